import CUDADriver
import KernelLanguage

extension GPUStream {
  /// Copies all elements of `source` to `destination`, behind what the stream does already.
  ///
  /// - Requires: both are on the stream's GPU and have as many elements.
  public func copy<Element>(
    _ source: Buffer<Element>, to destination: Buffer<Element>
  ) throws(DeviceError) {
    precondition(source.count == destination.count, "buffers have different numbers of elements")
    guard let from = source.storage.device, let to = destination.storage.device else {
      throw DeviceError("a stream copies between buffers on a GPU, found one on the host")
    }
    switch stream {
    case .cuda(let stream):
      try DeviceError.reporting { () throws(DriverError) in
        try stream.copy(from: from.address, to: to.address, byteCount: from.byteCount)
      }
    case .emulator: try destination.copyElements(from: source)
    }
  }

  /// Fills the bytes of `buffer` with `byte`, behind what the stream does already.
  ///
  /// - Requires: the buffer is on the stream's GPU.
  public func fill<Element>(_ buffer: Buffer<Element>, with byte: UInt8) throws(DeviceError) {
    guard let place = buffer.storage.device else {
      throw DeviceError("a stream fills a buffer on a GPU, found one on the host")
    }
    switch stream {
    case .cuda(let stream):
      try DeviceError.reporting { () throws(DriverError) in
        try stream.fill(place.address, byteCount: place.byteCount, with: byte)
      }
    case .emulator:
      try buffer.storage.writeToDevice(Array(repeating: byte, count: place.byteCount))
    }
  }
}
