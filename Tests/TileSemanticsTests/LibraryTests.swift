import IR
import Testing
import TileSemantics

@Suite struct LibraryTests {
  @Test func sigmoidAndSoftmax() throws {
    let lines = try traced(["f32[4,8]"]) { builder, p in
      _ = try builder.sigmoid(p[0])
      try #expect(builder.softmax(p[0], axis: 1).type == p[0].type)
    }
    #expect(
      names(lines) == [
        "arith.constant", "tt.splat", "arith.subf", "math.exp", "arith.constant", "tt.splat",
        "arith.addf", "tt.splat", "arith.divf",
        "tt.reduce", "arith.maxnumf", "tt.reduce.return", "tt.expand_dims", "tt.broadcast",
        "arith.subf", "math.exp", "tt.reduce", "arith.addf", "tt.reduce.return", "tt.expand_dims",
        "tt.broadcast", "arith.divf",
      ])
  }

  @Test func roundedUpDivision() throws {
    let lines = try traced(["u32", "u32"]) { builder, p in
      _ = try builder.ceilingDivide(p[0], p[1])
    }
    #expect(names(lines) == ["arith.constant", "arith.subi", "arith.addi", "arith.divui"])
  }

  @Test func swizzledPlace() throws {
    let lines = try traced(["i32"]) { builder, p in
      _ = try builder.swizzle(row: p[0], column: p[0], rows: p[0], columns: p[0], group: p[0])
    }
    #expect(
      names(lines) == [
        "arith.muli", "arith.addi", "arith.muli", "arith.divsi", "arith.muli", "arith.subi",
        "arith.minsi", "arith.remsi", "arith.remsi", "arith.addi", "arith.divsi",
      ])
  }

  @Test func flipSwapsAlongEveryBitOfTheIndex() throws {
    let lines = try traced(["f16[2,8]"]) { builder, p in
      try #expect(builder.flip(p[0]).type == p[0].type)
    }
    let swap = [
      "tt.reduce", "arith.xori", "tt.reduce.return", "tt.expand_dims", "tt.broadcast",
      "arith.xori",
    ]
    #expect(
      names(lines) == ["tt.bitcast", "tt.reshape"] + swap + swap + swap
        + ["tt.reshape", "tt.bitcast"])
  }

  @Test(arguments: [1, 2, 4, 8])
  func sortNeedsARoundForEachPairOfBits(extent: Int) throws {
    let lines = try traced(["f32[4,\(extent)]"]) { builder, p in
      try #expect(builder.sort(p[0]).type == p[0].type)
    }
    let bits = extent.trailingZeroBitCount
    #expect(names(lines).filter { $0 == "arith.select" }.count == bits * (bits + 1) / 2)
  }

  @Test func topKKeepsTheElementType() throws {
    let lines = try traced(["f16[4,16]", "u8[16]"]) { builder, p in
      try #expect(builder.topK(p[0], count: 4).typeName == "tensor<4x4xf16>")
      try #expect(builder.topK(p[1], count: 1).typeName == "tensor<1xu8>")
      _ = try builder.bitonicMerge(p[0], isDescending: true)
    }
    #expect(lines.contains("  arith.maxnumf : f32"))
  }

  @Test func randomNumbersOfEachKind() throws {
    try built(["u64", "i32[8]", "i64[8]"]) { builder, p in
      for offset in p.suffix(2) {
        let integers = try builder.randomIntegers(seed: p[0], offset: offset)
        #expect(integers.map(\.typeName) == Array(repeating: "tensor<8xu32>", count: 4))
        let uniform = try builder.randomUniform(seed: p[0], offset: offset, rounds: 7)
        #expect(uniform.typeName == "tensor<8xf32>")
        try #expect(builder.randomUniforms(seed: p[0], offset: offset).count == 4)
        try #expect(builder.randomNormal(seed: p[0], offset: offset).typeName == "tensor<8xf32>")
        try #expect(builder.randomNormals(seed: p[0], offset: offset).count == 4)
      }
      let wide = try builder.philox(seed: p[0], counters: Array(repeating: p[2], count: 4))
      #expect(wide[3].typeName == "tensor<8xu64>")
    }
  }

  @Test func philoxRoundMultipliesTwice() throws {
    let lines = try traced(["u64", "i32"]) { builder, p in
      _ = try builder.randomInteger(seed: p[0], offset: p[1], rounds: 3)
    }
    #expect(names(lines).filter { $0 == "tt.mulhiui" }.count == 6)
    #expect(names(lines).filter { $0 == "arith.xori" }.count == 12)
  }

  @Test func debuggingOperations() throws {
    let lines = try traced(["i1[4]", "u8[4]", "f32", "i1"]) { builder, p in
      try builder.assertion(p[0], "positive", mask: p[3])
      try builder.print("x", [p[1], p[2]], isHexadecimal: true)
      builder.barrier()
      try builder.assume(p[3])
      let result = try builder.inlineAssembly(
        "mov.b32 $0, $1;", constraints: "=r,r", [p[1], p[2]],
        results: [NumberType(.i32, isUnsigned: true)], packedElements: 4)
      #expect(result[0].typeName == "tensor<4xu32>")
    }
    #expect(
      lines == [
        "arith.constant value=true : i1", "arith.xori : i1", "tt.splat : tensor<4xi1>",
        "arith.ori : tensor<4xi1>", "tt.assert", "tt.print hex=true", "gpu.barrier",
        "llvm.intr.assume", "tt.splat : tensor<4xf32>",
        "tt.elementwise_inline_asm packed_element=4 pure=true : tensor<4xi32>",
      ])
  }

  @Test func assertionsMayBeOff() throws {
    var options = SemanticOptions()
    options.checksAssertions = false
    let lines = try traced(["i1"], options: options) { builder, p in
      try builder.assertion(p[0], "positive")
    }
    #expect(lines.isEmpty)
  }

  @Test func prefixOfAPrintIsSeparated() throws {
    try built(["i32"]) { builder, p in
      for (prefix, written) in [("x", " x: "), ("x: ", " x: "), ("", ": ")] {
        try builder.print(prefix, [p[0]])
        let op = function(of: builder).flatMap { builder.module.children(of: $0).last }
        let print = op.flatMap { builder.module.view($0, as: Print.self) }
        #expect(print?.prefix == written)
        #expect(print?.isSigned == [true])
      }
    }
  }

  @Test func hintsAreAttributesOfTheProducer() throws {
    let lines = try traced(["i32", "i32[2,4]"]) { builder, p in
      let sum = try builder.binary(.add, p[1], p[0])
      try #expect(builder.multipleOf(sum, [1, 16]) == sum)
      _ = try builder.maxContiguous(sum, [4, 4])
      let loaded = try builder.multipleOf(p[0], [16])
      _ = try builder.maxConstancy(builder.expandDims(sum, axis: 0), [1, 2, 4])
      #expect(loaded == p[0])
      let kernel = function(of: builder).flatMap { builder.module.view($0, as: Function.self) }
      #expect(kernel?.parameterAttributes[0]["tt.divisibility"] == .i32(16))
    }
    #expect(
      lines[1] == "arith.addi tt.contiguity=[4] tt.divisibility=[1, 16] : tensor<2x4xi32>")
  }
}

/// The function under construction.
private func function(of builder: borrowing TileBuilder) -> OpID? { builder.module.kernel }
