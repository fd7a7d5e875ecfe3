extension LaunchRecord {
  /// The buffers that the kernel's parameters point into, by the position of the parameter.
  var bufferParameters: [Int: Int] {
    var result: [Int: Int] = [:]
    var position = 0
    for argument in arguments {
      switch argument {
      case .pointer(let pointer):
        result[position] = pointer.buffer
        position += 1
      case .scalar: position += 1
      case .descriptor(let descriptor):
        result[position] = descriptor.base.buffer
        // The extents and strides are parameters of their own.
        position += 1 + descriptor.shape.count + descriptor.strides.count
      }
    }
    return result
  }
}
