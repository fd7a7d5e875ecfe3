import IR
import Testing
import TileSemantics

@Suite struct DotTests {
  @Test(arguments: [
    ("f16", ScalarType?.none, "f32"), ("f16", .f16, "f16"), ("bf16", nil, "f32"),
    ("f32", .f32, "f32"), ("f64", nil, "f64"), ("i8", nil, "i32"), ("f8E5M2", .f16, "f16"),
  ])
  func productHasItsType(element: String, output: ScalarType?, result: String) throws {
    let lines = try traced(["\(element)[16,32]", "\(element)[32,8]"]) { builder, p in
      try #expect(builder.dot(p[0], p[1], output: output).elementName == result)
    }
    #expect(names(lines) == ["arith.constant", "tt.splat", "tt.dot"])
  }

  @Test func attributesOfADot() throws {
    let lines = try traced(["f32[16,16]", "f8E5M2[16,32]", "f8E4M3FN[32,16]"]) { builder, p in
      let sum = try builder.dot(p[0], p[0], accumulator: p[0], precision: .ieee)
      let next = try builder.dot(p[1], p[2], accumulator: sum)
      _ = try builder.dot(p[1], p[2], accumulator: next, maximumImpreciseAccumulations: 32)
    }
    #expect(
      lines == [
        "tt.dot : tensor<16x16xf32>",
        "tt.dot inputPrecision=0 maxNumImpreciseAcc=1073741824 : tensor<16x16xf32>",
        "tt.dot inputPrecision=0 maxNumImpreciseAcc=32 : tensor<16x16xf32>",
      ])
  }

  @Test func manyMatricesHaveOneCount() throws {
    let lines = try traced(["f16[2,4,8,16]", "f16[2,4,16,32]", "f16[2,4,8]"]) { builder, p in
      let product = try builder.dot(p[0], p[1])
      #expect(product.typeName == "tensor<2x4x8x32xf32>")
    }
    #expect(
      lines == [
        "tt.reshape : tensor<8x8x16xf16>", "tt.reshape : tensor<8x16x32xf16>",
        "arith.constant value=0x0 : f32", "tt.splat : tensor<8x8x32xf32>",
        "tt.dot inputPrecision=0 : tensor<8x8x32xf32>", "tt.reshape : tensor<2x4x8x32xf32>",
      ])
  }

  @Test func scaledProduct() throws {
    let lines = try traced(["u8[16,32]", "u8[16,2]", "u8[64,32]", "u8[32,2]"]) { builder, p in
      let product = try builder.dotScaled(
        ScaledOperand(p[0], scale: p[1], format: .e2m1),
        ScaledOperand(p[2], scale: p[3], format: .e4m3))
      #expect(product.typeName == "tensor<16x32xf32>")
    }
    #expect(names(lines) == ["tt.bitcast", "arith.constant", "tt.splat", "tt.dot_scaled"])
  }

  @Test func scaledProductPackedAlongRows() throws {
    _ = try traced(["u8[16,64]", "bf16[64,8]", "f32[32,8]"]) { builder, p in
      _ = try builder.dotScaled(
        ScaledOperand(p[0], format: .e2m1, isPackedAlongInner: false),
        ScaledOperand(p[1], format: .bf16), accumulator: p[2], isFastMath: true)
    }
  }
}
