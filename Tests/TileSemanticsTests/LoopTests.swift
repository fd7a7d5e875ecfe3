import IR
import Testing
import TileSemantics

@Suite struct LoopTests {
  @Test func unchangedVariablesAreNotCarried() throws {
    let lines = try traced(["i32", "i32", "i32", "f32[8]", "f32"]) { builder, p in
      let loop = try builder.beginFor(
        lower: p[0], upper: p[1], step: p[2], carried: [p[4], p[3]])
      let sum = try builder.binary(.add, loop.carried[1], loop.carried[0])
      let after = try builder.endFor(loop, yielding: [loop.carried[0], sum])
      #expect(after[0] == p[4])
      _ = try builder.negate(after[1])
    }
    #expect(
      lines.prefix(4) == [
        "scf.for : tensor<8xf32>", "  tt.splat : tensor<8xf32>", "  arith.addf : tensor<8xf32>",
        "  scf.yield",
      ])
  }

  @Test func keepingAnUnchangedVariable() throws {
    let lines = try traced(["i32", "f32"]) { builder, p in
      let loop = try builder.beginFor(lower: p[0], upper: p[0], step: p[0], carried: [p[1]])
      let after = try builder.endFor(loop, yielding: loop.carried, keeping: [true])
      #expect(after[0] != p[1])
    }
    #expect(lines == ["scf.for : f32", "  scf.yield"])
  }

  @Test func boundsMeetInTheWidestType() throws {
    try built(["i32", "i64", "u32", "i8"]) { builder, p in
      for (upper, name) in [(p[0], "i32"), (p[1], "i64"), (p[2], "u32"), (p[3], "i32")] {
        let loop = try builder.beginFor(lower: p[0], upper: upper, step: p[3])
        #expect(loop.induction.typeName == name)
        _ = try builder.endFor(loop, yielding: [])
      }
    }
  }

  @Test func unsignedLoopComparesWithoutSign() throws {
    let lines = try traced(["u32"]) { builder, p in
      let loop = try builder.beginFor(lower: p[0], upper: p[0], step: p[0])
      _ = try builder.endFor(loop, yielding: [])
    }
    #expect(lines.first == "scf.for unsignedCmp")
  }

  @Test func negativeStepCountsDown() throws {
    let lines = try traced(["i32", "i32"]) { builder, p in
      let loop = try builder.beginFor(
        lower: p[0], upper: p[1], step: try builder.constant(-2, .i32))
      _ = try builder.endFor(loop, yielding: [])
    }
    #expect(
      lines == [
        "arith.constant value=-2 : i32", "arith.constant value=0 : i32", "arith.subi : i32",
        "scf.for", "  arith.subi : i32", "  arith.addi : i32", "  scf.yield",
      ])
  }

  @Test func attributesOfALoop() throws {
    var attributes = LoopAttributes()
    attributes.stages = 3
    attributes.unrollFactor = 2
    attributes.isFlattened = true
    attributes.isWarpSpecialized = true
    attributes.disallowsAccumulatorMultiBuffer = true
    attributes.disablesInvariantMotion = true
    let lines = try traced(["i32"]) { builder, p in
      let loop = try builder.beginFor(
        lower: p[0], upper: p[0], step: p[0], carried: [p[0]], attributes: attributes)
      _ = try builder.endFor(loop, yielding: loop.carried)
      let op = try #require(
        builder.module.descendants(of: builder.module.root).first {
          builder.module.opcode(of: $0) == .for
        })
      #expect(builder.module.attribute("llvm.loop_annotation", of: op) != nil)
    }
    #expect(
      lines.first == "scf.for tt.disallow_acc_multi_buffer tt.flatten tt.loop_unroll_factor=2 "
        + "tt.num_stages=3 tt.warp_specialize")
  }

  @Test func whileCarriesWhatChanges() throws {
    let lines = try traced(["i32", "i32", "f32"]) { builder, p in
      let loop = builder.beginWhile(carried: [p[0], p[2]])
      let condition = try builder.compare(.less, loop.carried[0], p[1])
      let body = try builder.beginWhileBody(loop, condition: condition)
      let next = try builder.binary(.add, body[0], p[1])
      let after = try builder.endWhile(loop, yielding: [next, body[1]])
      #expect(after[1] == p[2])
      _ = try builder.negate(after[0])
    }
    #expect(
      lines.prefix(6) == [
        "scf.while : i32", "  arith.cmpi predicate=2 : i1", "  scf.condition", "  |",
        "  arith.addi : i32", "  scf.yield",
      ])
  }

  @Test func whileThatChangesNothing() throws {
    let lines = try traced(["i1", "f32"]) { builder, p in
      let loop = builder.beginWhile(carried: [p[1]], disablesInvariantMotion: true)
      let body = try builder.beginWhileBody(loop, condition: p[0], passing: [p[1]])
      let after = try builder.endWhile(loop, yielding: body)
      #expect(after == [p[1]])
    }
    #expect(lines == ["scf.while", "  scf.condition", "  |", "  scf.yield"])
  }

  @Test func nestedLoopsDropInTheRightOrder() throws {
    let lines = try traced(["i32", "f32", "f32"]) { builder, p in
      let outer = try builder.beginFor(
        lower: p[0], upper: p[0], step: p[0], carried: [p[1], p[2]])
      let inner = try builder.beginFor(
        lower: p[0], upper: p[0], step: p[0], carried: outer.carried)
      let sum = try builder.binary(.add, inner.carried[0], inner.carried[1])
      let values = try builder.endFor(inner, yielding: [sum, inner.carried[1]])
      let after = try builder.endFor(outer, yielding: values)
      #expect(after[1] == p[2])
    }
    #expect(lines.filter { $0.contains("scf.for") } == ["scf.for : f32", "  scf.for : f32"])
  }

  @Test func ifInALoop() throws {
    let lines = try traced(["i32", "i1", "f32"]) { builder, p in
      let loop = try builder.beginFor(lower: p[0], upper: p[0], step: p[0], carried: [p[2]])
      let scope = try builder.beginIf(p[1])
      let changed = try builder.negate(loop.carried[0])
      let merged = try builder.endIf(scope, then: [changed], otherwise: loop.carried)
      _ = try builder.endFor(loop, yielding: merged)
    }
    #expect(
      names(lines) == [
        "scf.for", "scf.if", "arith.constant", "arith.subf", "scf.yield", "|", "scf.yield",
        "scf.yield",
      ])
  }
}
