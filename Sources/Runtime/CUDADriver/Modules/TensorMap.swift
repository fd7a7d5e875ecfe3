/// A tensor in global memory as the device's copy engine takes it: 128 bytes that a kernel gets by
/// value.
package struct TensorMap: Sendable {
  /// The type of an element, by the driver's numbers.
  package enum Element: UInt32, Sendable {
    case uint8 = 0
    case uint16 = 1
    case uint32 = 2
    case int32 = 3
    case uint64 = 4
    case int64 = 5
    case float16 = 6
    case float32 = 7
    case float64 = 8
    case bfloat16 = 9

    /// How many bytes an element takes.
    package var byteCount: Int {
      switch self {
      case .uint8: 1
      case .uint16, .float16, .bfloat16: 2
      case .uint32, .int32, .float32: 4
      case .uint64, .int64, .float64: 8
      }
    }
  }

  /// How the bytes of a row are mixed in shared memory, by the driver's numbers.
  package enum Swizzle: UInt32, Sendable {
    case none = 0
    case bytes32 = 1
    case bytes64 = 2
    case bytes128 = 3
  }

  /// What a copy takes, and how.
  package struct Shape: Hashable, Sendable {
    /// The type of an element.
    package var element: Element
    /// The tensor's extents, innermost first.
    package var extents: [UInt64]
    /// How many bytes lie between neighbours along each dimension but the innermost.
    package var strides: [UInt64]
    /// The extents of what one copy takes, innermost first.
    package var box: [UInt32]
    /// How the bytes of a row are mixed in shared memory.
    package var swizzle: Swizzle
    /// Whether what lies past the tensor is not a number, rather than zero.
    package var fillsWithNaN: Bool

    /// A tensor of `extents` of which a copy takes `box`.
    package init(
      element: Element, extents: [UInt64], strides: [UInt64], box: [UInt32],
      swizzle: Swizzle = .none, fillsWithNaN: Bool = false
    ) {
      (self.element, self.extents, self.strides, self.box) = (element, extents, strides, box)
      (self.swizzle, self.fillsWithNaN) = (swizzle, fillsWithNaN)
    }
  }

  /// The 128 bytes, which must lie at a multiple of 64 where the driver reads them.
  package private(set) var bytes: [UInt8]

  /// The map of the tensor at `address`.
  package init(_ context: Context, address: DeviceAddress, shape: Shape) throws(DriverError) {
    precondition(
      (1...5).contains(shape.extents.count) && shape.strides.count == shape.extents.count - 1
        && shape.box.count == shape.extents.count,
      "a tensor map has 1 to 5 extents, as many of its box, and one stride less")
    let driver = context.driver
    guard let encode = driver.streams.cuTensorMapEncodeTiled else {
      throw driver.missing("cuTensorMapEncodeTiled")
    }
    bytes = Array(repeating: 0, count: 128)
    // A tensor of one dimension has no strides, but the driver wants an address.
    let strides = shape.strides + [0]
    let steps = [UInt32](repeating: 1, count: shape.extents.count)
    let code = withUnsafeTemporaryAllocation(byteCount: 128, alignment: 64) { room in
      guard let start = room.baseAddress else { return DriverCode.invalidValue }
      room.initializeMemory(as: UInt8.self, repeating: 0)
      let code = encode(
        start, shape.element.rawValue, UInt32(shape.extents.count), address, shape.extents,
        strides, shape.box, steps, 0, shape.swizzle.rawValue, Self.promotion,
        shape.fillsWithNaN ? 1 : 0)
      bytes = Array(room)
      return code
    }
    try driver.check(
      code, "cuTensorMapEncodeTiled",
      "extents \(shape.extents), strides \(shape.strides), box \(shape.box) of \(shape.element)")
  }

  /// `CU_TENSOR_MAP_L2_PROMOTION_L2_256B`
  private static let promotion: UInt32 = 3
}
