import Nereid
import Testing

@Suite struct TraceTests {
  @Test func vectorAddRuns() throws {
    let z = Buffer<Float>(uninitialized: 1000)
    let x = (0..<1000).map(Float.init)
    try vectorAdd(x: Buffer(x), y: Buffer(x), z: z, count: 1000, blockSize: 128)
      .launch(grid: 8, on: .interpreter, checks: .all)
    #expect(z.elements == x.map { $0 * 2 })
  }

  @Test func softmaxRuns() throws {
    let output = Buffer<Float>(uninitialized: 30)
    let x = (0..<30).map { Float($0 % 7) }
    let call = softmax(
      output: output, input: Buffer(x), inputRowStride: 10, outputRowStride: 10, rows: 3,
      columns: 10, blockSize: 16)
    print(try call.text())
    try call.launch(grid: 2)
    print(output.elements)
  }
}
