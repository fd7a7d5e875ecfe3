import IR
import Testing
import TileSemantics

@Suite struct CreationTests {
  @Test func constantsHaveTheirTypes() throws {
    let lines = try traced([]) { builder, _ in
      _ = try builder.constant(-1, .i8)
      _ = try builder.constant(255, .i8, isUnsigned: true)
      _ = try builder.constant(1.0, .f16)
      _ = try builder.constant(3, .f32)
      _ = builder.constant(true)
      _ = builder.constant(bits: 7, type: .tensor(Shape([4])!, .scalar(.i64)))
    }
    #expect(
      lines == [
        "arith.constant value=-1 : i8", "arith.constant value=-1 : i8",
        "arith.constant value=0x3c00 : f16", "arith.constant value=0x40400000 : f32",
        "arith.constant value=true : i1", "arith.constant value=[7] : tensor<4xi64>",
      ])
  }

  @Test func signOfAnOperandIsNormalised() throws {
    try built([]) { builder, _ in
      #expect(builder.constant(true).isUnsigned)
      try #expect(builder.constant(1, .i8, isUnsigned: true).typeName == "u8")
      try #expect(!builder.constant(1.0, .f32).isUnsigned)
    }
  }

  @Test func rangesFillsAndPlacesInTheGrid() throws {
    let lines = try traced(["f32", "i32[1]"]) { builder, p in
      _ = try builder.range(start: 3, end: 67)
      _ = try builder.full(shape: [2, 4], p[0])
      _ = try builder.full(shape: [8], p[1])
      _ = try builder.zeros(shape: [2], .f16)
      _ = try builder.programID(axis: 1)
      _ = try builder.numPrograms(axis: 2)
      _ = builder.poison(.i32)
    }
    #expect(
      lines == [
        "tt.make_range end=67 start=3 : tensor<64xi32>", "tt.splat : tensor<2x4xf32>",
        "tt.unsplat : i32", "tt.splat : tensor<8xi32>",
        "arith.constant value=[0] : tensor<2xf16>", "tt.get_program_id axis=1 : i32",
        "tt.get_num_programs axis=2 : i32", "ub.poison : i32",
      ])
  }
}
