import IR
import Testing
import TileSemantics

@Suite struct ReductionTests {
  @Test(arguments: [
    ("f32[4,8]", "tensor<4xf32>", ["tt.reduce", "arith.maxnumf", "tt.reduce.return"]),
    (
      "f16[4,8]", "tensor<4xf32>", ["arith.extf", "tt.reduce", "arith.maxnumf", "tt.reduce.return"]
    ),
    ("u8[4,8]", "tensor<4xi32>", ["arith.extui", "tt.reduce", "arith.maxsi", "tt.reduce.return"]),
    ("u32[4,8]", "tensor<4xu32>", ["tt.reduce", "arith.maxui", "tt.reduce.return"]),
    ("bf16[8]", "f32", ["arith.extf", "tt.reduce", "arith.maxnumf", "tt.reduce.return"]),
  ])
  func maximumWidens(type: String, result: String, ops: [String]) throws {
    let lines = try traced([type]) { builder, p in
      try #expect(builder.maximum(p[0], axis: -1).typeName == result)
    }
    #expect(names(lines) == ops)
  }

  @Test(arguments: [
    ("i8[8]", "i32"), ("u8[8]", "u32"), ("i1[8]", "u32"), ("f16[8]", "f16"), ("i64[8]", "i64"),
  ])
  func sumWidensIntegers(type: String, result: String) throws {
    try built([type]) { builder, p in
      try #expect(builder.sum(p[0], axis: 0).typeName == result)
    }
  }

  @Test func reducedDimensionsMayStay() throws {
    let lines = try traced(["f32[4,8]", "f32[8]"]) { builder, p in
      _ = try builder.sum(p[0], axis: 1, keepDimensions: true)
      _ = try builder.minimum(p[1], axis: 0, keepDimensions: true)
      _ = try builder.sum(p[0], keepDimensions: true)
    }
    #expect(
      lines.filter { !$0.hasPrefix("  ") } == [
        "tt.reduce axis=1 : tensor<4xf32>", "tt.expand_dims axis=1 : tensor<4x1xf32>",
        "tt.reduce axis=0 : f32", "tt.splat : tensor<1xf32>",
        "tt.reshape allow_reorder : tensor<32xf32>", "tt.reduce axis=0 : f32",
        "tt.splat : tensor<1xf32>", "tt.expand_dims axis=0 : tensor<1x1xf32>",
      ])
  }

  @Test func indexOfTheGreatest() throws {
    let lines = try traced(["f32[4,8]"]) { builder, p in
      let (value, index) = try builder.maximumWithIndex(p[0], axis: 1)
      #expect([value.typeName, index.typeName] == ["tensor<4xf32>", "tensor<4xi32>"])
    }
    #expect(
      names(lines) == [
        "tt.make_range", "tt.expand_dims", "tt.broadcast", "tt.reduce", "arith.cmpf", "arith.cmpi",
        "arith.andi", "arith.cmpf", "arith.ori", "arith.select", "arith.select",
        "tt.reduce.return",
      ])
  }

  @Test func indexOfTheLeastWithoutTies() throws {
    let lines = try traced(["i32[8]"]) { builder, p in
      _ = try builder.argmin(p[0], axis: 0, breaksTiesLeft: false)
    }
    #expect(
      names(lines) == [
        "tt.make_range", "tt.reduce", "arith.cmpi", "arith.select", "arith.select",
        "tt.reduce.return",
      ])
  }

  @Test func integersCombineByBits() throws {
    let lines = try traced(["i8[8]"]) { builder, p in
      try #expect(builder.xorSum(p[0]).typeName == "i8")
      _ = try builder.reduceOr(p[0], axis: 0)
    }
    #expect(
      names(lines) == [
        "tt.reduce", "arith.xori", "tt.reduce.return", "tt.reduce", "arith.ori",
        "tt.reduce.return",
      ])
  }

  @Test func runningCombinations() throws {
    let lines = try traced(["bf16[8]", "i8[4,8]"]) { builder, p in
      _ = try builder.cumulativeSum(p[0])
      _ = try builder.cumulativeProduct(p[1], axis: -1, isReverse: true)
    }
    #expect(
      lines == [
        "arith.extf : tensor<8xf32>", "tt.scan axis=0 reverse=false : tensor<8xf32>",
        "  arith.addf : f32", "  tt.scan.return", "tt.scan axis=1 reverse=true : tensor<4x8xi8>",
        "  arith.muli : i8", "  tt.scan.return",
      ])
  }

  @Test func anyFunctionOfSeveralTiles() throws {
    let lines = try traced(["f32[8]", "i32[8]"]) { builder, p in
      let reduced = try builder.reduce([p[0], p[1]], axis: 0) {
        (builder, lhs, rhs) throws(SemanticError) in
        [try builder.binary(.multiply, lhs[0], rhs[0]), try builder.binary(.and, lhs[1], rhs[1])]
      }
      #expect(reduced.map(\.type) == [.f32, .i32])
    }
    #expect(
      lines == [
        "tt.reduce axis=0 : f32, i32", "  arith.mulf : f32", "  arith.andi : i32",
        "  tt.reduce.return",
      ])
  }

  @Test func functionOfScalarsForEachElement() throws {
    let lines = try traced(["f32[8]", "f32"]) { builder, p in
      let mapped = try builder.mapElementwise([p[0], p[1]], pack: 2) {
        (builder, values) throws(SemanticError) in
        #expect(values.count == 4)
        let isLess = try builder.compare(.less, values[0], values[2])
        let scope = try builder.beginIf(isLess)
        let sum = try builder.binary(.add, values[1], values[3])
        let merged = try builder.endIf(scope, then: [sum], otherwise: [values[1]])
        return [merged[0], values[0], isLess, isLess]
      }
      #expect(mapped.map(\.typeName) == ["tensor<8xf32>", "tensor<8xi1>"])
    }
    #expect(
      names(lines) == [
        "tt.splat", "tt.map_elementwise", "arith.cmpf", "scf.if", "arith.addf", "scf.yield", "|",
        "scf.yield", "tt.map_elementwise.return",
      ])
  }

  @Test func failedFunctionLeavesNothing() throws {
    let lines = try traced(["f32[8]"]) { builder, p in
      for body in [true, false] {
        #expect(throws: SemanticError.self) {
          try builder.reduce([p[0]], axis: 0) { (builder, lhs, rhs) throws(SemanticError) in
            if body { throw SemanticError("no") }
            return [try builder.compare(.less, lhs[0], rhs[0])]
          }
        }
      }
      builder.barrier()
    }
    #expect(lines == ["gpu.barrier"])
  }

  @Test func countsAndGathers() throws {
    let lines = try traced(["i32[8]", "i1", "f32[4,8]", "i32[4,2]"]) { builder, p in
      _ = try builder.histogram(p[0], bins: 16, mask: p[1])
      _ = try builder.gather(p[2], indices: p[3], axis: -1)
    }
    #expect(
      lines == [
        "tt.splat : tensor<8xi1>", "tt.histogram : tensor<16xi32>",
        "tt.gather axis=1 : tensor<4x2xf32>",
      ])
  }
}
