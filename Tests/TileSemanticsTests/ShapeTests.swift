import IR
import Testing
import TileSemantics

@Suite struct ShapeTests {
  @Test(arguments: [
    (["f32[64]", "f32[64]"], [String](), "tensor<64xf32>"),
    (["f32", "f32[64]"], ["tt.splat"], "tensor<64xf32>"),
    (["f32[64]", "f32"], ["tt.splat"], "tensor<64xf32>"),
    (["f32[16,1]", "f32[1,32]"], ["tt.broadcast", "tt.broadcast"], "tensor<16x32xf32>"),
    (["f32[32]", "f32[16,32]"], ["tt.expand_dims", "tt.broadcast"], "tensor<16x32xf32>"),
    (["f32[1]", "f32[4]"], ["tt.broadcast"], "tensor<4xf32>"),
  ])
  func broadcasts(types: [String], ops: [String], result: String) throws {
    let lines = try traced(types) { builder, p in
      let (first, second) = try builder.broadcast(p[0], p[1])
      #expect(first.type.description == result)
      #expect(second.type.description == result)
    }
    #expect(names(lines) == ops)
  }

  @Test func movesDimensions() throws {
    let lines = try traced(["f32[4,8]", "f32"]) { builder, p in
      _ = try builder.expandDims(p[0], axis: -1)
      _ = try builder.expandDims(p[1], axis: 0)
      _ = try builder.transpose(p[0])
      _ = try builder.permute(p[0], order: [-1, 0])
      _ = try builder.reshape(p[0], to: [2, 16])
      _ = try builder.ravel(p[0], allowsReorder: true)
      _ = try builder.broadcast(p[1], to: [4, 4])
    }
    #expect(
      lines == [
        "tt.expand_dims axis=2 : tensor<4x8x1xf32>", "tt.splat : tensor<1xf32>",
        "tt.trans order=[1, 0] : tensor<8x4xf32>", "tt.trans order=[1, 0] : tensor<8x4xf32>",
        "tt.reshape : tensor<2x16xf32>", "tt.reshape allow_reorder : tensor<32xf32>",
        "tt.splat : tensor<4x4xf32>",
      ])
  }

  @Test func joinsAndSplits() throws {
    let lines = try traced(["i32[4]", "i32", "i32[2]"]) { builder, p in
      _ = try builder.interleave(p[0], p[0])
      _ = try builder.join(p[1], p[1])
      _ = try builder.split(p[2])
      _ = try builder.concatenate(p[0], p[0])
    }
    #expect(
      lines == [
        "tt.join : tensor<4x2xi32>", "tt.reshape : tensor<8xi32>", "tt.splat : tensor<1xi32>",
        "tt.splat : tensor<1xi32>", "tt.join : tensor<1x2xi32>", "tt.reshape : tensor<2xi32>",
        "tt.expand_dims axis=0 : tensor<1x2xi32>", "tt.split : tensor<1xi32>, tensor<1xi32>",
        "tt.unsplat : i32", "tt.unsplat : i32", "tt.join : tensor<4x2xi32>",
        "tt.trans order=[1, 0] : tensor<2x4xi32>", "tt.reshape : tensor<8xi32>",
      ])
  }

  @Test func itemOfAScalarIsItself() throws {
    let lines = try traced(["i32", "i32[1,1]"]) { builder, p in
      try #expect(builder.item(p[0]) == p[0])
      try #expect(builder.item(p[1]).type == .i32)
    }
    #expect(lines == ["tt.unsplat : i32"])
  }
}
