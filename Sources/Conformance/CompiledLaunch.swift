import Compiler
import IR
import PTX
import Support

/// A recorded launch whose kernel is compiled.
struct CompiledLaunch {
  /// The kernel.
  let kernel: CompiledKernel
  private let record: LaunchRecord

  /// Compiles `module`, which `record` launched, for `target`.
  init(_ module: consuming Module, _ record: LaunchRecord, target: PTXTarget) throws(Diagnostic) {
    let options = CompilerOptions(target: target, warpCount: record.options?.warpCount ?? 4)
    kernel = try KernelCompiler(options).compile(module)
    self.record = record
  }

  /// The bytes of each parameter, if buffers lie at `addresses`.
  func parameters(_ addresses: [Int: UInt64]) throws -> [[UInt8]] {
    let values = try record.arguments.flatMap { try Self.parameterValues($0, addresses) }
    guard values.count == kernel.parameters.count else {
      throw CaseError(
        "the kernel takes \(kernel.parameters.count) parameters, the launch passes "
          + "\(values.count)")
    }
    return zip(values, kernel.parameters).map { value, parameter in
      (0..<parameter.byteCount).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
  }

  /// What is passed for the parameters that `argument` stands for: of a descriptor the address,
  /// whether tiles are padded with NaN, the extents and the strides.
  private static func parameterValues(
    _ argument: LaunchRecord.Argument, _ addresses: [Int: UInt64]
  ) throws -> [UInt64] {
    func address(_ pointer: LaunchRecord.PointerArgument) throws -> UInt64 {
      guard let start = addresses[pointer.buffer] else {
        throw CaseError("argument points to buffer \(pointer.buffer), which is not recorded")
      }
      return start &+ UInt64(bitPattern: Int64(pointer.offset))
    }
    switch argument {
    case .pointer(let pointer): return [try address(pointer)]
    case .scalar(let type, let value):
      guard let bits = value.bits(as: type) else {
        throw CaseError("cannot pass \(value) as \(type)")
      }
      return [bits]
    case .descriptor(let descriptor):
      return [try address(descriptor.base), descriptor.padding == "nan" ? 1 : 0]
        + descriptor.shape.map { UInt64(bitPattern: $0) }
        + descriptor.strides.map { UInt64(bitPattern: $0) }
    }
  }
}
