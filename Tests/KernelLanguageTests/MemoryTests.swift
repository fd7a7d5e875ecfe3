import Nereid
import Testing

@Suite struct MemoryTests {
  @Kernel static func masked(x: Pointer<Float>, output: Pointer<Float>, n: Scalar<Int32>) {
    let i = arange(0, 8)
    let value = load(x + i, mask: i < n, other: -1)
    store(output + i, value, mask: i > 0)
  }

  @Test func masks() throws {
    let output = Buffer<Float>(repeating: 9, count: 8)
    try Self.masked(x: [1, 2, 3, 4, 5], output: output, n: 5).launch(grid: 1)
    #expect(output.elements == [9, 2, 3, 4, 5, -1, -1, -1])
  }

  @Kernel static func booleans(x: Pointer<Bool>, output: Pointer<Bool>) {
    let i = arange(0, 4)
    store(output + i, !load(x + i))
  }

  @Test func truthValues() throws {
    let output = Buffer<Bool>(uninitialized: 4)
    try Self.booleans(x: [true, false, false, true], output: output).launch(grid: 1)
    #expect(output.elements == [false, true, true, false])
  }

  @Kernel static func hinted(x: Pointer<Float>, output: Pointer<Float>) {
    let i = arange(0, 4).multipleOf(4).maxContiguous(4)
    let a = load(x + i, cache: .cg)
    let b = load(x + i, eviction: .last)
    let c = load(x + i, isVolatile: true)
    let d = load(x + i, readsWholeVectors: true)
    store(output + i, a + b + c + d, eviction: .first)
  }

  @Test func hints() throws {
    let output = Buffer<Float>(uninitialized: 4)
    let call = Self.hinted(x: [1, 2, 3, 4], output: output)
    let text = try call.text()
    #expect(text.contains("cacheModifier = cg"))
    #expect(text.contains("evictionPolicy = evict_last"))
    #expect(text.contains("evictionPolicy = evict_first"))
    #expect(text.contains("isVolatile = true"))
    #expect(text.contains("nereid.whole_vectors = true"))
    #expect(text.contains("tt.contiguity"))
    try call.launch(grid: 1)
    #expect(output.elements == [4, 8, 12, 16])
  }

  @Kernel static func atomics(
    sums: Pointer<Float>, ints: Pointer<Int32>, extremes: Pointer<Float>, old: Pointer<Int32>
  ) {
    let p = programID(0)
    atomicAdd(sums + arange(0, 2), full([2], 1.5, Float.self), mask: arange(0, 2) < 1)
    store(old + p, atomicAdd(ints, 1, ordering: .relaxed, scope: .gpu))
    atomicMax(ints + 1, p)
    atomicMin(ints + 2, p)
    atomicOr(ints + 3, Scalar<Int32>(1) << p)
    atomicAnd(ints + 4, ~(Scalar<Int32>(1) << p))
    atomicXor(ints + 5, 3)
    atomicExchange(ints + 6, p)
    atomicCompareAndSwap(ints + 7, expected: p, p + 1)
    atomicMax(extremes, p.to(Float.self) - 5)
    atomicMin(extremes + 1, p.to(Float.self) - 2)
  }

  @Test func atomicOperations() throws {
    let sums: Buffer<Float> = [0, 0]
    let ints: Buffer<Int32> = [0, -1, 100, 0, 255, 0, 0, 0]
    let extremes: Buffer<Float> = [-100, 100]
    let old = Buffer<Int32>(uninitialized: 4)
    let report = try Self.atomics(sums: sums, ints: ints, extremes: extremes, old: old)
      .launch(grid: 4, on: .interpreter, checks: .all)
    #expect(report.findings.isEmpty)
    #expect(sums.elements == [6, 0])
    #expect(ints.elements == [4, 3, 0, 15, 240, 0, 3, 4])
    #expect(extremes.elements == [-2, -2])
    #expect(old.elements == [0, 1, 2, 3])
  }

  @Kernel static func copies(
    source: TensorDescriptor<Float>, output: Pointer<Float>, rows: Scalar<Int32>,
    columns: Scalar<Int32>
  ) {
    let target = makeTensorDescriptor(output, shape: [rows, columns], tileShape: [4, 4])
    for row in range(0, source.shape[0], step: 4) {
      for column in staticRange(0, 8, step: 4) {
        let tile = source.load(row, Tile(column))
        target.store(row, Tile(column), value: tile + 1)
        target.reduce(.add, row, Tile(column), value: tile)
      }
    }
  }

  @Test func descriptors() throws {
    let source = Buffer((0..<48).map { Float($0) })
    let output = Buffer<Float>(repeating: 0, count: 48)
    let view = TensorView(source, shape: [6, 8], tileShape: [4, 4])
    try Self.copies(source: view, output: output, rows: 6, columns: 8).launch(grid: 1)
    #expect(output.elements == source.elements.map { 2 * $0 + 1 })
  }

  @Kernel static func gathers(source: TensorDescriptor<Float>, output: Pointer<Float>) {
    let rows = 7 - arange(0, 8)
    let tile = source.gather(rows: rows, column: Tile(8))
    store(output + (arange(0, 8)[..., nil] * 8 + arange(0, 8)[nil, ...]), tile)
    source.scatter(rows: rows, column: Tile(0), value: tile)
  }

  @Test func rowsOfDescriptors() throws {
    let source = Buffer((0..<128).map { Float($0) })
    let output = Buffer<Float>(uninitialized: 64)
    let view = TensorView(source, shape: [8, 16], tileShape: [1, 8])
    try Self.gathers(source: view, output: output).launch(grid: 1)
    #expect(output[0] == 7 * 16 + 8)
    #expect(output[63] == 15)
    #expect(source[0] == 8)
  }

  @Test func buffersSharedByParametersAreOne() throws {
    let x: Buffer<Int32> = [1, 2, 3, 4]
    try vectorAdd(x: x, y: x, z: x, count: 4, blockSize: 4).launch(grid: 1)
    #expect(x.elements == [2, 4, 6, 8])
  }

  @Test func specializesOnMultiples() throws {
    let x: Buffer<Int32> = [1, 2, 3, 4]
    let even = try vectorAdd(x: x, y: x, z: x, count: 32, blockSize: 4).text()
    let odd = try vectorAdd(x: x, y: x, z: x, count: 33, blockSize: 4).text()
    #expect(even.contains("%count: i32 {tt.divisibility = 16 : i32}"))
    #expect(odd.contains("%count: i32)"))
    #expect(odd.contains("%x: !tt.ptr<i32> {tt.divisibility = 16 : i32}"))
  }
}
