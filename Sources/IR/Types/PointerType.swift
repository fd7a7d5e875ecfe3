/// The type of an address: `!tt.ptr<f32>`.
public struct PointerType: Hashable, Sendable, BitwiseCopyable {
  /// What lies at the end of all levels.
  public var pointee: ScalarType
  /// 1 for a pointer to numbers, 2 for a pointer to such pointers, and so on.
  public var levels: UInt8
  /// 1 is global memory, 3 shared memory.
  public var addressSpace: UInt8

  /// The address space of what a launch passes.
  public static let globalMemory: UInt8 = 1
  /// How many levels a pointer may have.
  public static let maximumLevels: UInt8 = 8

  /// A pointer that reaches `pointee` through `levels` steps.
  public init(to pointee: ScalarType, levels: UInt8 = 1, addressSpace: UInt8 = globalMemory) {
    (self.pointee, self.levels, self.addressSpace) = (pointee, levels, addressSpace)
  }

  /// The type of what the pointer points to.
  public var target: ElementType {
    levels == 1
      ? .scalar(pointee)
      : .pointer(PointerType(to: pointee, levels: levels - 1, addressSpace: addressSpace))
  }
}

extension PointerType: CustomStringConvertible {
  public var description: String {
    let space = addressSpace == Self.globalMemory ? "" : ", \(addressSpace)"
    return "!tt.ptr<\(target)\(space)>"
  }
}
