import IR
import Testing
import TileSemantics

@Suite struct ConversionTests {
  @Test(arguments: [
    ("i32", "i32", [String]()), ("i32", "u32", []), ("i8", "i32", ["arith.extsi"]),
    ("u8", "i32", ["arith.extui"]), ("i1", "i32", ["arith.extui"]), ("i64", "i8", ["arith.trunci"]),
    ("i32", "i1", ["arith.constant", "arith.cmpi"]),
    ("f32", "i1", ["arith.constant", "arith.cmpf"]),
    ("f32", "i32", ["arith.fptosi"]), ("f32", "u8", ["arith.fptoui"]),
    ("f16", "i32", ["arith.extf", "arith.fptosi"]), ("i32", "f16", ["arith.sitofp"]),
    ("u32", "f32", ["arith.uitofp"]), ("i1", "f32", ["arith.uitofp"]),
    ("f32", "f16", ["arith.truncf"]), ("f16", "f32", ["arith.extf"]),
    ("f16", "bf16", ["arith.extf", "arith.truncf"]), ("bf16", "f64", ["arith.extf", "arith.extf"]),
    ("f64", "bf16", ["arith.truncf"]), ("f32", "f8E4M3FN", ["tt.fp_to_fp rounding=1"]),
    ("f8E5M2", "f16", ["tt.fp_to_fp"]), ("f8E5M2", "f8E4M3FN", ["tt.fp_to_fp"]),
    ("i32", "f8E5M2", ["arith.sitofp", "tt.fp_to_fp rounding=1"]),
    ("f8E5M2", "i32", ["tt.fp_to_fp", "arith.fptosi"]),
    ("*f32", "i64", ["tt.ptr_to_int"]),
    ("*f32", "i1", ["tt.ptr_to_int", "arith.constant", "arith.cmpi"]),
  ])
  func conversionBecomesOperations(from: String, to: String, ops: [String]) throws {
    let target = parameter(to)
    let lines = try traced([from]) { builder, p in
      let result = try builder.convert(p[0], to: target.type.scalar!, isUnsigned: target.isUnsigned)
      #expect(result.typeName == target.type.name(isUnsigned: target.isUnsigned))
    }
    let found = lines.map { $0.split(separator: " : ")[0] }.map { line in
      line.hasPrefix("tt.fp") ? String(line) : names([String(line)])[0]
    }
    #expect(found == ops)
  }

  @Test func roundingTowardsZeroIsItsOwnOperation() throws {
    let lines = try traced(["f32[4]"]) { builder, p in
      _ = try builder.convert(p[0], to: .f16, rounding: .towardZero)
      _ = try builder.convert(p[0], to: .f16, rounding: .nearestEven)
    }
    #expect(
      lines == ["tt.fp_to_fp rounding=0 : tensor<4xf16>", "arith.truncf : tensor<4xf16>"])
  }

  @Test func bitsAndAddresses() throws {
    let lines = try traced(["f32[4]", "i64", "*f32[4]"]) { builder, p in
      _ = try builder.bitcast(p[0], to: .i32, isUnsigned: true)
      try #expect(builder.bitcast(p[1], to: .i64, isUnsigned: true).typeName == "u64")
      _ = try builder.convert(p[1], to: PointerType(to: .f16))
      _ = try builder.convert(p[2], to: PointerType(to: .i8), isUnsigned: true)
    }
    #expect(
      lines == [
        "tt.bitcast : tensor<4xi32>", "tt.int_to_ptr : !tt.ptr<f16>",
        "tt.bitcast : tensor<4x!tt.ptr<i8>>",
      ])
  }
}
