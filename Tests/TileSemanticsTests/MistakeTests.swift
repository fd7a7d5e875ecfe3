import IR
import Testing
import TileSemantics

/// Every mistake is an error that names what was found and what was expected.
@Suite struct MistakeTests {
  @Test(arguments: creationMistakes) func creation(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: shapeMistakes) func shapes(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: arithmeticMistakes) func arithmetic(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }

  @Test(arguments: conversionMistakes) func conversion(mistake: Mistake) {
    #expect(mistake.found() == mistake.message)
  }
}

private let creationMistakes = [
  Mistake("constant: 128 is out of range for i8") { b, _ in _ = try b.constant(128, .i8) },
  Mistake("constant: -1 is out of range for u32") { b, _ in
    _ = try b.constant(-1, .i32, isUnsigned: true)
  },
  Mistake("constant: 2 is out of range for i1") { b, _ in _ = try b.constant(2, .i1) },
  Mistake("constant: 0.5 is a float, but i32 holds integers") { b, _ in
    _ = try b.constant(0.5, .i32)
  },
  Mistake("range: from 0 to 100 are 100 elements, expected a power of two") { b, _ in
    _ = try b.range(start: 0, end: 100)
  },
  Mistake("range: from 4 to 4 are 0 elements, expected a power of two") { b, _ in
    _ = try b.range(start: 4, end: 4)
  },
  Mistake("range: bounds 0 and 4294967296, expected integers of 32 bits") { b, _ in
    _ = try b.range(start: 0, end: 1 << 32)
  },
  Mistake("range: a tile of shape [2097152] has more than 1048576 elements") { b, _ in
    _ = try b.range(start: 0, end: 1 << 21)
  },
  Mistake("full: extent 3 in shape [2, 3], expected a power of two", ["f32"]) { b, p in
    _ = try b.full(shape: [2, 3], p[0])
  },
  Mistake("full: extent 0 in shape [0], expected a power of two", ["f32"]) { b, p in
    _ = try b.full(shape: [0], p[0])
  },
  Mistake("full: extent -4 in shape [-4], expected a power of two", ["f32"]) { b, p in
    _ = try b.full(shape: [-4], p[0])
  },
  Mistake("zeros: a tile of shape [2048, 1024] has more than 1048576 elements") { b, _ in
    _ = try b.zeros(shape: [2048, 1024], .f32)
  },
  Mistake("item: has tensor<4xf32>, expected a tile of one element", ["f32[4]"]) { b, p in
    _ = try b.full(shape: [4], p[0])
  },
  Mistake("programID: axis is 3, expected 0, 1 or 2") { b, _ in _ = try b.programID(axis: 3) },
  Mistake("numPrograms: axis is -1, expected 0, 1 or 2") { b, _ in
    _ = try b.numPrograms(axis: -1)
  },
  Mistake("function 'kernel' is defined twice") { b, _ in
    _ = try b.beginFunction("kernel", parameters: [])
  },
]

private let shapeMistakes = [
  Mistake(
    "broadcast: shapes [4, 8] and [4] do not fit: extents must be equal or 1",
    ["f32[4,8]", "f32[4]"]
  ) { b, p in _ = try b.broadcast(p[0], p[1]) },
  Mistake("broadcast: cannot broadcast tensor<8xu8> to shape [4]", ["u8[8]"]) { b, p in
    _ = try b.broadcast(p[0], to: [4])
  },
  Mistake(
    "broadcast: a tile of shape [2048, 1024] has more than 1048576 elements",
    ["i1[2048,1]", "i1[1,1024]"]
  ) { b, p in _ = try b.broadcast(p[0], p[1]) },
  Mistake("splat: has tensor<4xf32>, expected a scalar", ["f32[4]"]) { b, p in
    _ = try b.splat(p[0], shape: [4, 4])
  },
  Mistake(
    "expandDims: axis is 3, expected one from -3 to 2 for tensor<4x8xf32>", ["f32[4,8]"]
  ) { b, p in _ = try b.expandDims(p[0], axis: 3) },
  Mistake(
    "reshape: cannot give tensor<8xf32> the shape [4, 4]: 8 elements are not 16", ["f32[8]"]
  ) { b, p in _ = try b.reshape(p[0], to: [4, 4]) },
  Mistake(
    "reshape: shape \(Array(repeating: 1, count: 25)) has 25 dimensions, expected at most 24",
    ["f32"]
  ) { b, p in _ = try b.reshape(p[0], to: Array(repeating: 1, count: 25)) },
  Mistake(
    "permute: order [0, 0] is no permutation of the dimensions of tensor<4x8xf32>", ["f32[4,8]"]
  ) { b, p in _ = try b.permute(p[0], order: [0, 0]) },
  Mistake("permute: has f32, expected a tile", ["f32"]) { b, p in
    _ = try b.permute(p[0], order: [])
  },
  Mistake(
    "transpose: has tensor<4xf32>, expected a tile of at least two dimensions", ["f32[4]"]
  ) { b, p in _ = try b.transpose(p[0]) },
  Mistake(
    "join: has tensor<4xf32> and tensor<4xf16>, expected one element type; convert one of them",
    ["f32[4]", "f16[4]"]
  ) { b, p in _ = try b.join(p[0], p[1]) },
  Mistake(
    "split: has tensor<4xf32>, expected a tile whose last dimension has extent 2", ["f32[4]"]
  ) { b, p in _ = try b.split(p[0]) },
  Mistake(
    "split: has f32, expected a tile whose last dimension has extent 2", ["f32"]
  ) { b, p in _ = try b.split(p[0]) },
  Mistake(
    "concatenate: has tensor<4xf32> and tensor<8xf32>, "
      + "expected two one-dimensional tiles of one size", ["f32[4]", "f32[8]"]
  ) { b, p in _ = try b.concatenate(p[0], p[1]) },
]

private let arithmeticMistakes = [
  Mistake(
    "add: has i32 and i64, expected one element type; convert one of them", ["i32", "i64"]
  ) { b, p in _ = try b.binary(.add, p[0], p[1]) },
  Mistake(
    "floor-divide: has i32 and u32, expected one element type; convert one of them",
    ["i32", "u32"]
  ) { b, p in _ = try b.binary(.floorDivide, p[0], p[1]) },
  Mistake("floor-divide: has f32, expected integers", ["f32"]) { b, p in
    _ = try b.binary(.floorDivide, p[0], p[0])
  },
  Mistake("shift left: has f32, expected integers", ["f32"]) { b, p in
    _ = try b.binary(.shiftLeft, p[0], p[0])
  },
  Mistake("and: has tensor<4xf16>, expected integers", ["f16[4]"]) { b, p in
    _ = try b.binary(.and, p[0], p[0])
  },
  Mistake(
    "add: shapes [4] and [8] do not fit: extents must be equal or 1", ["f32[4]", "f32[8]"]
  ) { b, p in _ = try b.binary(.add, p[0], p[1]) },
  Mistake(
    "add: has !tt.ptr<f32> and !tt.ptr<f32>, but pointers can only be moved by integers",
    ["*f32"]
  ) { b, p in _ = try b.binary(.add, p[0], p[0]) },
  Mistake(
    "subtract: has i32 and !tt.ptr<u8>, but pointers can only be moved by integers",
    ["i32", "*u8"]
  ) { b, p in _ = try b.binary(.subtract, p[0], p[1]) },
  Mistake(
    "add: has !tt.ptr<f32> and f32, but pointers can only be moved by integers", ["*f32", "f32"]
  ) { b, p in _ = try b.binary(.add, p[0], p[1]) },
  Mistake(
    "multiply: has !tt.ptr<f32> and i32, but pointers can only be moved by integers",
    ["*f32", "i32"]
  ) { b, p in _ = try b.binary(.multiply, p[0], p[1]) },
  Mistake(
    "<: has !tt.ptr<f32> and !tt.ptr<f32>, but pointers cannot be compared; convert them to i64",
    ["*f32"]
  ) { b, p in _ = try b.compare(.less, p[0], p[0]) },
  Mistake(
    "==: has i32 and f32, expected one element type; convert one of them", ["i32", "f32"]
  ) { b, p in _ = try b.compare(.equal, p[0], p[1]) },
  Mistake("select: condition is i32, expected i1", ["i32"]) { b, p in
    _ = try b.select(p[0], p[0], p[0])
  },
  Mistake(
    "select: has f32 and f16, expected one element type; convert one of them",
    ["i1", "f32", "f16"]
  ) { b, p in _ = try b.select(p[0], p[1], p[2]) },
  Mistake("negate: has !tt.ptr<f32>, expected numbers", ["*f32"]) { b, p in
    _ = try b.negate(p[0])
  },
  Mistake("not: has f32, expected integers", ["f32"]) { b, p in _ = try b.not(p[0]) },
  Mistake("absolute: has !tt.ptr<f32>, expected numbers", ["*f32"]) { b, p in
    _ = try b.absolute(p[0])
  },
  Mistake("exp: has tensor<4xf16>, expected f32 or f64", ["f16[4]"]) { b, p in
    _ = try b.math(.exp, p[0])
  },
  Mistake("clamp: has i32, expected floats", ["i32"]) { b, p in
    _ = try b.clamp(p[0], minimum: p[0], maximum: p[0])
  },
  Mistake(
    "clamp: has f32 and f16, expected one element type; convert one of them", ["f32", "f16"]
  ) { b, p in _ = try b.clamp(p[0], minimum: p[1], maximum: p[0]) },
  Mistake("fusedMultiplyAdd: has i32, expected floats", ["f32", "i32"]) { b, p in
    _ = try b.fusedMultiplyAdd(p[0], p[0], p[1])
  },
  Mistake("mulhi: has i16, expected integers of 32 or 64 bits", ["i16"]) { b, p in
    _ = try b.mulhi(p[0], p[0])
  },
  Mistake("divideRounded: has f64, expected f32", ["f32", "f64"]) { b, p in
    _ = try b.divideRounded(p[0], p[1])
  },
  Mistake("sqrtRounded: has f64, expected f32", ["f64"]) { b, p in _ = try b.sqrtRounded(p[0]) },
  Mistake("libdevice: the symbol is empty", ["f32"]) { b, p in
    _ = try b.libdevice("", [p[0]], resultType: .f32)
  },
  Mistake(
    "__nv_powf: shapes [4] and [8] do not fit: extents must be equal or 1", ["f32[4]", "f32[8]"]
  ) { b, p in _ = try b.libdevice("__nv_powf", p, resultType: .f32) },
]

private let conversionMistakes = [
  Mistake(
    "convert: f16 to f32 takes no rounding, only a narrower float does", ["f16"]
  ) { b, p in _ = try b.convert(p[0], to: .f32, rounding: .towardZero) },
  Mistake(
    "convert: i32 to f16 takes no rounding, only a narrower float does", ["i32"]
  ) { b, p in _ = try b.convert(p[0], to: .f16, rounding: .nearestEven) },
  Mistake("convert: cannot convert !tt.ptr<f32> to i32, expected i64", ["*f32"]) { b, p in
    _ = try b.convert(p[0], to: .i32)
  },
  Mistake(
    "convert: cannot convert i32 to !tt.ptr<f32>, expected i64 addresses", ["i32"]
  ) { b, p in _ = try b.convert(p[0], to: PointerType(to: .f32)) },
  Mistake(
    "bitcast: cannot read f32 as u16, expected elements of 16 bits", ["f32"]
  ) { b, p in _ = try b.bitcast(p[0], to: .i16, isUnsigned: true) },
  Mistake("no common type of f8E5M2 and i32; convert one of them", ["f8E5M2", "i32"]) { b, p in
    _ = try b.promote(p[0], p[1])
  },
  Mistake(
    "cannot divide i32 and u64: one has a sign; convert one of them", ["i32", "u64"]
  ) { b, p in _ = try b.promote(p[0], p[1], forDivision: true) },
  Mistake("constant: 300 is out of range for i8", ["i8"]) { b, p in
    _ = try b.promote(p[0], .integer(300))
  },
  Mistake("constant: -1 is out of range for u8", ["u8"]) { b, p in
    _ = try b.promote(p[0], .integer(-1))
  },
]
