import IR
import KernelLanguage
import Kernels
import Testing

@Suite struct TraceTests {
  @Test func vectorAddTraces() throws {
    let call = vectorAdd(
      x: Buffer<Float>(repeating: 1, count: 8), y: [1, 2, 3, 4, 5, 6, 7, 8],
      z: Buffer<Float>(uninitialized: 8), count: 8, blockSize: 8)
    let module = try call.module()
    #expect(module.function(named: "vectorAdd") != nil)
  }

  @Test func softmaxTraces() throws {
    let call = softmax(
      output: Buffer<Float>(repeating: 1, count: 8), input: Buffer<Float>(uninitialized: 8),
      inputRowStride: 4, outputRowStride: 4, rows: 2, columns: 4, blockSize: 4)
    let module = try call.module()
    #expect(module.function(named: "softmax") != nil)
  }
}
