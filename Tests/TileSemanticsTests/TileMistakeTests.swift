import IR
import Testing
import TileSemantics

/// Mistakes in operations on memory, on whole tiles, and in control flow.
@Suite struct TileMistakeTests {
  @Test(arguments: memoryMistakes) func memory(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: dotMistakes) func dots(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: reductionMistakes) func reductions(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: controlFlowMistakes) func controlFlow(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: debuggingMistakes) func debugging(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }
}

private let memoryMistakes = [
  Mistake("load: has i32, expected pointers", ["i32"]) { b, p in _ = try b.load(p[0]) },
  Mistake("load: other of type f32 is given without a mask", ["*f32", "f32"]) { b, p in
    _ = try b.load(p[0], other: p[1])
  },
  Mistake("load: mask is tensor<8xi32>, expected i1", ["*f32[8]", "i32[8]"]) { b, p in
    _ = try b.load(p[0], mask: p[1])
  },
  Mistake(
    "load: mask is tensor<8xi1>, but the pointer is !tt.ptr<f32>, expected a scalar",
    ["*f32", "i1[8]"]
  ) { b, p in _ = try b.load(p[0], mask: p[1]) },
  Mistake("load: cache modifier wb, expected ca, cg or cv", ["*f32"]) { b, p in
    _ = try b.load(p[0], cache: .wb)
  },
  Mistake("store: cache modifier ca, expected wb, cg, cs or wt", ["*f32", "f32"]) { b, p in
    try b.store(p[0], p[1], cache: .ca)
  },
  Mistake("store: has f32, expected pointers", ["f32"]) { b, p in try b.store(p[0], p[0]) },
  Mistake(
    "store: value of shape [4, 8] does not fit pointers of shape [8]", ["*f32[8]", "f32[4,8]"]
  ) { b, p in try b.store(p[0], p[1]) },
  Mistake(
    "store: mask of shape [4, 8] does not fit pointers of shape [8]",
    ["*f32[8]", "f32", "i1[4,8]"]
  ) { b, p in try b.store(p[0], p[1], mask: p[2]) },
  Mistake(
    "store: value is tensor<8xf32>, but the pointer is !tt.ptr<f32>, expected a scalar",
    ["*f32", "f32[8]"]
  ) { b, p in try b.store(p[0], p[1]) },
  Mistake("atomic max: cannot work on f16", ["*f16", "f16"]) { b, p in
    _ = try b.atomic(.max, p[0], p[1])
  },
  Mistake("atomic add: cannot work on u8", ["*u8", "u8"]) { b, p in
    _ = try b.atomic(.add, p[0], p[1])
  },
  Mistake("atomic add: cannot work on i16", ["*i16", "i16"]) { b, p in
    _ = try b.atomic(.add, p[0], p[1])
  },
  Mistake("atomic and: cannot work on f32, expected integers", ["*f32", "f32"]) { b, p in
    _ = try b.atomic(.and, p[0], p[1])
  },
  Mistake("atomic xor: has i32, expected pointers to numbers", ["i32"]) { b, p in
    _ = try b.atomic(.xor, p[0], p[0])
  },
  Mistake(
    "atomic add: cannot broadcast tensor<4xf32> to shape [8]", ["*f32[8]", "f32[4]"]
  ) { b, p in _ = try b.atomic(.add, p[0], p[1]) },
  Mistake(
    "atomic compare and swap: operand is f32, expected i32", ["*i32", "f32"]
  ) { b, p in _ = try b.atomicCompareAndSwap(p[0], expected: p[1], p[1]) },
  Mistake(
    "atomic compare and swap: cannot work on i8, expected elements of 16, 32 or 64 bits",
    ["*i8", "i8"]
  ) { b, p in _ = try b.atomicCompareAndSwap(p[0], expected: p[1], p[1]) },
  Mistake(
    "makeTensorDescriptor: the last dimension of a tile of shape [4] has 8 bytes, "
      + "expected at least 16", ["*f16", "i32"]
  ) { b, p in
    _ = try b.makeTensorDescriptor(base: p[0], shape: [p[1]], strides: [p[1]], block: [4])
  },
  Mistake(
    "makeTensorDescriptor: the last stride is not constant, expected the constant 1",
    ["*f16", "i32"]
  ) { b, p in
    _ = try b.makeTensorDescriptor(base: p[0], shape: [p[1]], strides: [p[1]], block: [64])
  },
  Mistake("makeTensorDescriptor: 0 dimensions, expected 1 to 5", ["*f16"]) { b, p in
    _ = try b.makeTensorDescriptor(base: p[0], shape: [], strides: [], block: [])
  },
  Mistake(
    "makeTensorDescriptor: base is tensor<8x!tt.ptr<f16>>, expected a pointer to numbers",
    ["*f16[8]", "i32"]
  ) { b, p in
    _ = try b.makeTensorDescriptor(base: p[0], shape: [p[1]], strides: [p[1]], block: [64])
  },
  Mistake(
    "descriptorLoad: 2 offsets, expected 1 for !tt.tensordesc<tensor<64xf16>>", ["*f16", "i32"]
  ) { b, p in
    let descriptor = try b.makeTensorDescriptor(
      base: p[0], shape: [p[1]], strides: [b.constant(1, .i64)], block: [64])
    _ = try b.descriptorLoad(descriptor, offsets: [p[1], p[1]])
  },
  Mistake(
    "descriptorLoad: offset is i64, expected i32; convert it", ["*f16", "i32", "i64"]
  ) { b, p in
    let descriptor = try b.makeTensorDescriptor(
      base: p[0], shape: [p[1]], strides: [b.constant(1, .i64)], block: [64])
    _ = try b.descriptorLoad(descriptor, offsets: [p[2]])
  },
  Mistake(
    "descriptorStore: value is tensor<32xf16>, expected shape [64]", ["*f16", "i32", "f16[32]"]
  ) { b, p in
    let descriptor = try b.makeTensorDescriptor(
      base: p[0], shape: [p[1]], strides: [b.constant(1, .i64)], block: [64])
    try b.descriptorStore(descriptor, offsets: [p[1]], p[2])
  },
  Mistake("descriptorReduce: xor cannot work on f16", ["*f16", "i32", "f16[64]"]) { b, p in
    let descriptor = try b.makeTensorDescriptor(
      base: p[0], shape: [p[1]], strides: [b.constant(1, .i64)], block: [64])
    try b.descriptorReduce(.xor, descriptor, offsets: [p[1]], p[2])
  },
  Mistake(
    "descriptorGather: has !tt.tensordesc<tensor<64xf16>>, expected a descriptor of one row",
    ["*f16", "i32", "i32[8]"]
  ) { b, p in
    let descriptor = try b.makeTensorDescriptor(
      base: p[0], shape: [p[1]], strides: [b.constant(1, .i64)], block: [64])
    _ = try b.descriptorGather(descriptor, rows: p[2], column: p[1])
  },
  Mistake("advance: has !tt.ptr<f16>, expected a pointer to a tile", ["*f16", "i32"]) { b, p in
    _ = try b.advance(p[0], offsets: [p[1]])
  },
]

private let dotMistakes = [
  Mistake(
    "dot: shapes [16, 32] and [16, 32] do not fit: inner dimensions 32 and 16", ["f16[16,32]"]
  ) { b, p in _ = try b.dot(p[0], p[0]) },
  Mistake(
    "dot: shapes [16] and [16] do not fit: expected two matrices, or equally many", ["f16[16]"]
  ) { b, p in _ = try b.dot(p[0], p[0]) },
  Mistake(
    "dot: shapes [2, 16, 16] and [4, 16, 16] do not fit: numbers of matrices [2] and [4]",
    ["f16[2,16,16]", "f16[4,16,16]"]
  ) { b, p in _ = try b.dot(p[0], p[1]) },
  Mistake(
    "dot: has tensor<16x16xf16> and tensor<16x16xf32>, expected one element type",
    ["f16[16,16]", "f32[16,16]"]
  ) { b, p in _ = try b.dot(p[0], p[1]) },
  Mistake("dot: inner dimension is 8, expected at least 16 for f16", ["f16[8,8]"]) { b, p in
    _ = try b.dot(p[0], p[0])
  },
  Mistake("dot: inner dimension is 16, expected at least 32 for i8", ["i8[16,16]"]) { b, p in
    _ = try b.dot(p[0], p[0])
  },
  Mistake("dot: has tensor<32x32xu8>, expected i8 or floats", ["u8[32,32]"]) { b, p in
    _ = try b.dot(p[0], p[0])
  },
  Mistake(
    "dot: the product of tensor<16x16xf16> and tensor<16x16xf16> is f32, not bf16; "
      + "convert the result", ["f16[16,16]"]
  ) { b, p in _ = try b.dot(p[0], p[0], output: .bf16) },
  Mistake(
    "dot: accumulator is tensor<16x16xf16>, expected tensor<16x16xf32>", ["f16[16,16]"]
  ) { b, p in _ = try b.dot(p[0], p[0], accumulator: p[0]) },
  Mistake(
    "dot: 64 imprecise accumulations, expected from 0 to the inner dimension 32", ["f8E5M2[32,32]"]
  ) { b, p in _ = try b.dot(p[0], p[0], maximumImpreciseAccumulations: 64) },
  Mistake(
    "dotScaled: lhs is tensor<16x32xi8>, which cannot hold e4m3", ["i8[16,32]"]
  ) { b, p in
    _ = try b.dotScaled(
      ScaledOperand(p[0], format: .e4m3), ScaledOperand(p[0], format: .e4m3))
  },
  Mistake(
    "dotScaled: shapes [16, 64] and [32, 16], counted in elements, do not fit",
    ["u8[16,32]", "u8[32,16]"]
  ) { b, p in
    _ = try b.dotScaled(
      ScaledOperand(p[0], format: .e2m1), ScaledOperand(p[1], format: .e4m3))
  },
  Mistake(
    "dotScaled: scale of rhs is tensor<1x16xu8>, expected u8 or f8E4M3FN of shape [16, 1]",
    ["u8[16,32]", "u8[32,16]", "u8[1,16]"]
  ) { b, p in
    _ = try b.dotScaled(
      ScaledOperand(p[0], format: .e4m3), ScaledOperand(p[1], scale: p[2], format: .e5m2))
  },
]

private let reductionMistakes = [
  Mistake("reduce: axis is 2, expected a dimension of tensor<4x8xf32>", ["f32[4,8]"]) { b, p in
    _ = try b.sum(p[0], axis: 2)
  },
  Mistake("reduce: axis is -3, expected a dimension of tensor<4x8xf32>", ["f32[4,8]"]) { b, p in
    _ = try b.maximum(p[0], axis: -3)
  },
  Mistake("reduce: has f32, expected a tile", ["f32"]) { b, p in _ = try b.sum(p[0]) },
  Mistake("sum: has tensor<4x!tt.ptr<f32>>, expected numbers", ["*f32[4]"]) { b, p in
    _ = try b.sum(p[0])
  },
  Mistake("xorSum: has tensor<4xf32>, expected integers", ["f32[4]"]) { b, p in
    _ = try b.xorSum(p[0])
  },
  Mistake("reduce: shapes [4] and [8] differ", ["f32[4]", "f32[8]"]) { b, p in
    _ = try b.reduce(p, axis: 0) { (_, lhs, _) throws(SemanticError) in lhs }
  },
  Mistake("reduce: no operands") { b, p in
    _ = try b.reduce([], axis: 0) { (_, lhs, _) throws(SemanticError) in lhs }
  },
  Mistake("scan: the function returns (i1), expected (f32)", ["f32[4]"]) { b, p in
    _ = try b.scan(p, axis: 0) { (builder, lhs, rhs) throws(SemanticError) in
      [try builder.compare(.less, lhs[0], rhs[0])]
    }
  },
  Mistake("scan: axis is 1, expected a dimension of tensor<4xf32>", ["f32[4]"]) { b, p in
    _ = try b.cumulativeSum(p[0], axis: 1)
  },
  Mistake("mapElementwise: pack is 3, expected a power of two up to 4", ["f32[4]"]) { b, p in
    _ = try b.mapElementwise(p, pack: 3) { (_, values) throws(SemanticError) in values }
  },
  Mistake(
    "mapElementwise: the function returns (f32), expected 2 scalars of one type for each result",
    ["f32[4]"]
  ) { b, p in
    _ = try b.mapElementwise(p, pack: 2) { (_, values) throws(SemanticError) in [values[0]] }
  },
  Mistake("argmax: has f32, expected a tile", ["f32"]) { b, p in _ = try b.argmax(p[0], axis: 0) },
  Mistake(
    "histogram: has tensor<4xf32>, expected integers in one dimension", ["f32[4]"]
  ) { b, p in _ = try b.histogram(p[0], bins: 4) },
  Mistake("histogram: extent 10 in shape [10], expected a power of two", ["i32[4]"]) { b, p in
    _ = try b.histogram(p[0], bins: 10)
  },
  Mistake(
    "gather: shapes [4, 8] and [2, 8] differ in dimension 0, expected only in 1",
    ["f32[4,8]", "i32[2,8]"]
  ) { b, p in _ = try b.gather(p[0], indices: p[1], axis: 1) },
  Mistake(
    "gather: indices are tensor<8xi32>, expected integers in 2 dimensions",
    ["f32[4,8]", "i32[8]"]
  ) { b, p in _ = try b.gather(p[0], indices: p[1], axis: 1) },
  Mistake(
    "sort: axis is 0, expected the last dimension of tensor<4x8xf32>", ["f32[4,8]"]
  ) { b, p in _ = try b.sort(p[0], axis: 0) },
  Mistake("topK: 3 elements, expected a power of two up to 8", ["f32[8]"]) { b, p in
    _ = try b.topK(p[0], count: 3)
  },
  Mistake("softmax: has tensor<8xf16>, expected f32 or f64", ["f16[8]"]) { b, p in
    _ = try b.softmax(p[0])
  },
  Mistake("sigmoid: has f16, expected f32 or f64", ["f16"]) { b, p in _ = try b.sigmoid(p[0]) },
  Mistake("flip: axis is 1, expected a dimension of tensor<8xf32>", ["f32[8]"]) { b, p in
    _ = try b.flip(p[0], axis: 1)
  },
  Mistake(
    "philox: counter is i16, expected integers of 32 or 64 bits of one type", ["i64", "i16"]
  ) { b, p in _ = try b.philox(seed: p[0], counters: [p[1], p[1], p[1], p[1]]) },
  Mistake("randomIntegers: has f32, expected integers", ["f32"]) { b, p in
    _ = try b.randomUniform(seed: p[0], offset: p[0])
  },
]

private let controlFlowMistakes = [
  Mistake("if: condition is tensor<64xi1>, expected a scalar i1", ["i1[64]"]) { b, p in
    _ = try b.beginIf(p[0])
  },
  Mistake("if: condition is i32, expected a scalar i1", ["i32"]) { b, p in
    _ = try b.beginIf(p[0])
  },
  Mistake(
    "if: variable 'x' is f32 after the first branch but f16 after the second",
    ["i1", "f32", "f16"]
  ) { b, p in
    let scope = try b.beginIf(p[0])
    _ = try b.endIf(scope, then: [p[1]], otherwise: [p[2]], names: ["x"])
  },
  Mistake(
    "for: loop-carried variable 'acc' enters the loop as tensor<64xf32> "
      + "but leaves an iteration as tensor<8x8xf32>", ["i32", "f32[64]"]
  ) { b, p in
    let loop = try b.beginFor(lower: p[0], upper: p[0], step: p[0], carried: [p[1]])
    let changed = try b.reshape(loop.carried[0], to: [8, 8])
    _ = try b.endFor(loop, yielding: [changed], names: ["acc"])
  },
  Mistake("for: upper bound is f32, expected a scalar integer", ["i32", "f32"]) { b, p in
    _ = try b.beginFor(lower: p[0], upper: p[1], step: p[0])
  },
  Mistake("for: lower bound is tensor<4xi32>, expected a scalar integer", ["i32[4]"]) { b, p in
    _ = try b.beginFor(lower: p[0], upper: p[0], step: p[0])
  },
  Mistake("for: step is 0", ["i32"]) { b, p in
    _ = try b.beginFor(lower: p[0], upper: p[0], step: b.constant(0, .i32))
  },
  Mistake("for: -1 stages, expected none or more", ["i32"]) { b, p in
    var attributes = LoopAttributes()
    attributes.stages = -1
    _ = try b.beginFor(lower: p[0], upper: p[0], step: p[0], attributes: attributes)
  },
  Mistake("while: condition is tensor<4xi1>, expected a scalar i1", ["i1[4]"]) { b, p in
    let loop = b.beginWhile()
    _ = try b.beginWhileBody(loop, condition: p[0])
  },
  Mistake(
    "while: loop-carried variable 0 enters the loop as i32 but leaves an iteration as u32",
    ["i1", "i32", "u32"]
  ) { b, p in
    let loop = b.beginWhile(carried: [p[1]])
    _ = try b.beginWhileBody(loop, condition: p[0])
    _ = try b.endWhile(loop, yielding: [p[2]])
  },
  Mistake("return: cannot return from inside a 'for' loop", ["i32", "i1"]) { b, p in
    _ = try b.beginFor(lower: p[0], upper: p[0], step: p[0])
    try b.emitEarlyReturn(when: p[1])
  },
  Mistake("return: cannot return from inside a function of 'reduce'", ["f32[4]"]) { b, p in
    _ = try b.beginReduce(p, axis: 0)
    try b.emitReturn()
  },
  Mistake("return: has (i32), expected ()", ["i32"]) { b, p in try b.endFunction(returning: p) },
]

private let debuggingMistakes = [
  Mistake("assert: condition is i32, expected i1", ["i32"]) { b, p in
    try b.assertion(p[0], "")
  },
  Mistake("assume: condition is tensor<4xi1>, expected a scalar i1", ["i1[4]"]) { b, p in
    try b.assume(p[0])
  },
  Mistake("inlineAssembly: no results", ["i32"]) { b, p in
    _ = try b.inlineAssembly("", constraints: "", p, results: [])
  },
  Mistake(
    "inlineAssembly: 8 packed elements, expected a power of two up to 4", ["i32[4]"]
  ) { b, p in
    _ = try b.inlineAssembly(
      "", constraints: "", p, results: [NumberType(.i32)], packedElements: 8)
  },
  Mistake("multipleOf: 1 numbers, expected 2 for tensor<4x4xi32>", ["i32[4,4]"]) { b, p in
    _ = try b.multipleOf(p[0], [16])
  },
  Mistake("maxContiguous: 0, expected a positive number", ["i32"]) { b, p in
    _ = try b.maxContiguous(p[0], [0])
  },
]
