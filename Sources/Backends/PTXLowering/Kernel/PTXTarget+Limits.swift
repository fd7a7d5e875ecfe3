import PTX

extension PTXTarget {
  /// How many bytes of shared memory a block can have (CUDA C++ Programming Guide, technical
  /// specifications per compute capability).
  package var sharedByteLimit: Int {
    switch number {
    case 90...: 227 * 1024
    case 86, 89: 99 * 1024
    default: 163 * 1024
    }
  }
}
