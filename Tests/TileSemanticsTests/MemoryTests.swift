import IR
import Testing
import TileSemantics

@Suite struct MemoryTests {
  @Test func loadBroadcastsAndConverts() throws {
    let lines = try traced(["*f16[8]", "i1", "i32", "*f16"]) { builder, p in
      let value = try builder.load(
        p[0], mask: p[1], other: p[2], cache: .cg, eviction: .last, isVolatile: true)
      #expect(value.typeName == "tensor<8xf16>")
      _ = try builder.load(p[3])
    }
    #expect(
      lines == [
        "tt.splat : tensor<8xi1>", "tt.splat : tensor<8xi32>", "arith.sitofp : tensor<8xf16>",
        "tt.load cache=3 evict=3 isVolatile=true : tensor<8xf16>", "tt.load : f16",
      ])
  }

  @Test func truthValuesAreBytesInMemory() throws {
    let lines = try traced(["*i1[8]", "i1[8]"]) { builder, p in
      _ = try builder.load(p[0], mask: p[1], other: p[1])
      try builder.store(p[0], p[1])
    }
    #expect(
      names(lines) == [
        "tt.bitcast", "arith.extui", "tt.load", "arith.constant", "tt.splat", "arith.cmpi",
        "tt.bitcast", "arith.extui", "tt.store",
      ])
  }

  @Test func loadKeepsTheSignOfWhatThePointerLeadsTo() throws {
    try built(["*u8[8]"]) { builder, p in
      try #expect(builder.load(p[0]).typeName == "tensor<8xu8>")
    }
  }

  @Test func pointersOfALoadFollowTheMask() throws {
    try built(["*f32[1,8]", "i1[4,8]"]) { builder, p in
      try #expect(builder.load(p[0], mask: p[1]).typeName == "tensor<4x8xf32>")
    }
  }

  @Test func storeBroadcastsAndConverts() throws {
    let lines = try traced(["*f16[4,8]", "f32[8]", "i1[4,1]"]) { builder, p in
      try builder.store(p[0], p[1], mask: p[2], cache: .cs, eviction: .first)
    }
    #expect(
      names(lines) == [
        "tt.expand_dims", "tt.broadcast", "tt.broadcast", "arith.truncf", "tt.store",
      ])
  }

  @Test func atomicsNameTheirOperation() throws {
    let lines = try traced(["*f32[4]", "*u32", "i32", "i1"]) { builder, p in
      try #expect(builder.atomic(.add, p[0], p[2]).typeName == "tensor<4xf32>")
      _ = try builder.atomic(.max, p[1], p[2], mask: p[3], ordering: .relaxed, scope: .cta)
      _ = try builder.atomic(.exchange, p[1], p[2])
      _ = try builder.atomicCompareAndSwap(p[1], expected: p[2], p[2])
    }
    #expect(
      lines == [
        "tt.splat : tensor<4xi32>", "arith.constant value=true : i1", "tt.splat : tensor<4xi1>",
        "arith.sitofp : tensor<4xf32>",
        "tt.atomic_rmw atomic_rmw_op=5 scope=1 sem=4 : tensor<4xf32>",
        "tt.atomic_rmw atomic_rmw_op=8 scope=2 sem=1 : i32", "arith.constant value=true : i1",
        "tt.atomic_rmw atomic_rmw_op=10 scope=1 sem=4 : i32", "tt.atomic_cas scope=1 sem=4 : i32",
      ])
  }

  @Test(arguments: [(TileBuilder.Atomic.max, 6, 9), (.min, 7, 8)])
  func extremeOfFloatsWorksOnTheirBits(
    operation: TileBuilder.Atomic, positive: Int, negative: Int
  ) throws {
    let lines = try traced(["*f32", "f32"]) { builder, p in
      try #expect(builder.atomic(operation, p[0], p[1]).typeName == "f32")
    }
    #expect(
      names(lines) == [
        "arith.constant", "tt.bitcast", "tt.bitcast", "arith.constant", "arith.shrui",
        "arith.constant", "arith.cmpi", "arith.constant", "arith.xori", "arith.andi",
        "tt.atomic_rmw", "arith.andi", "tt.atomic_rmw", "arith.select", "tt.bitcast",
      ])
    let codes = lines.filter { $0.hasPrefix("tt.atomic") }
    #expect(codes[0].contains("op=\(positive) "))
    #expect(codes[1].contains("op=\(negative) "))
  }

  @Test func descriptorsMoveTiles() throws {
    let lines = try traced(["*u8", "i32", "i64", "f32[2,16]", "u8[2,16]"]) { builder, p in
      let one = try builder.constant(1, .i32)
      let descriptor = try builder.makeTensorDescriptor(
        base: p[0], shape: [p[1], p[1]], strides: [p[2], one], block: [2, 16])
      #expect(descriptor.handle.typeName == "!tt.tensordesc<tensor<2x16xui8>>")
      let tile = try builder.descriptorLoad(descriptor, offsets: [p[1], p[1]], cache: .cg)
      #expect(tile.typeName == "tensor<2x16xu8>")
      try builder.descriptorStore(descriptor, offsets: [p[1], p[1]], p[3])
    }
    #expect(
      names(lines) == [
        "arith.constant", "arith.extsi", "tt.make_tensor_descriptor", "tt.descriptor_load",
        "arith.fptoui", "tt.descriptor_store",
      ])
  }

  @Test func descriptorsReduceAndMoveRows() throws {
    let lines = try traced(["*f16", "i32", "i64", "i32[8]", "f16[8,16]", "f16[1,16]"]) {
      builder, p in
      let one = try builder.constant(1, .i64)
      let descriptor = try builder.makeTensorDescriptor(
        base: p[0], shape: [p[1], p[1]], strides: [p[2], one], block: [1, 16], padding: .nan)
      _ = try builder.descriptorGather(descriptor, rows: p[3], column: p[1])
      try builder.descriptorScatter(descriptor, rows: p[3], column: p[1], p[4])
      try builder.descriptorReduce(.max, descriptor, offsets: [p[1], p[1]], p[5])
    }
    #expect(
      lines.dropFirst() == [
        "tt.make_tensor_descriptor padding=2 : !tt.tensordesc<tensor<1x16xf16>>",
        "tt.descriptor_gather : tensor<8x16xf16>", "tt.descriptor_scatter",
        "tt.descriptor_reduce kind=3",
      ])
  }

  @Test func blockPointersMoveTiles() throws {
    let lines = try traced(["*f32", "i32", "i64", "f16[4,8]"]) { builder, p in
      let pointer = try builder.makeTensorPointer(
        base: p[0], shape: [p[1], p[2]], strides: [p[2], p[2]], offsets: [p[1], p[1]],
        block: [4, 8], order: [1, 0])
      let next = try builder.advance(pointer, offsets: [p[1], p[1]])
      _ = try builder.loadBlock(next, boundaryCheck: [-1, 0], padding: .zero)
      try builder.storeBlock(next, p[3], boundaryCheck: [1])
    }
    #expect(
      names(lines) == [
        "arith.extsi", "tt.make_tensor_ptr", "tt.advance", "tt.load", "arith.extf", "tt.store",
      ])
  }
}
