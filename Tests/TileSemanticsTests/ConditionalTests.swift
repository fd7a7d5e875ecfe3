import IR
import Testing
import TileSemantics

@Suite struct ConditionalTests {
  @Test func onlyDifferingValuesBecomeResults() throws {
    let lines = try traced(["i1", "i32", "f32"]) { builder, p in
      let scope = try builder.beginIf(p[0])
      let sum = try builder.binary(.add, p[1], p[1])
      builder.beginElse(scope)
      let values = try builder.endIf(scope, then: [sum, p[2]], otherwise: [p[1], p[2]])
      #expect(values[1] == p[2])
      _ = try builder.negate(values[0])
    }
    #expect(
      lines
        == [
          "scf.if : i32", "  arith.addi : i32", "  scf.yield", "|", "  scf.yield",
          "arith.constant value=0 : i32", "arith.subi : i32",
        ].map { $0 == "|" ? "  |" : $0 })
  }

  @Test func branchWithoutElse() throws {
    let lines = try traced(["i1", "*i32", "i32"]) { builder, p in
      let scope = try builder.beginIf(p[0])
      try builder.store(p[1], p[2])
      _ = try builder.endIf(scope)
      builder.barrier()
    }
    #expect(lines == ["scf.if", "  tt.store", "  scf.yield", "  |", "gpu.barrier"])
  }

  @Test func earlyReturnMakesBlocks() throws {
    let lines = try traced(["i1", "i1"]) { builder, p in
      try builder.emitEarlyReturn(when: p[0])
      let returned = builder.hasReturned
      #expect(!returned)
      builder.barrier()
      try builder.emitEarlyReturn(when: p[1])
      builder.barrier()
    }
    #expect(
      lines == [
        "cf.cond_br", "^block", "tt.return", "^block", "gpu.barrier", "cf.cond_br", "^block",
        "tt.return", "^block", "gpu.barrier",
      ])
  }

  @Test func returnInElseGoesOnInThen() throws {
    let lines = try traced(["i1", "i32"]) { builder, p in
      let scope = try builder.beginIf(p[0])
      let sum = try builder.binary(.add, p[1], p[1])
      builder.beginElse(scope)
      builder.barrier()
      try builder.emitReturn()
      let returned = builder.hasReturned
      #expect(returned)
      let value = try builder.endIf(scope, then: [sum], otherwise: [p[1]])
      #expect(value == [sum])
    }
    #expect(
      lines == [
        "cf.cond_br", "^block", "arith.addi : i32", "tt.return", "^block", "gpu.barrier",
      ])
  }

  @Test func bothBranchesReturn() throws {
    let lines = try traced(["i1"]) { builder, p in
      let scope = try builder.beginIf(p[0])
      try builder.emitReturn()
      builder.beginElse(scope)
      builder.barrier()
      try builder.emitReturn()
      _ = try builder.endIf(scope)
      let returned = builder.hasReturned
      #expect(returned)
      builder.barrier()
    }
    #expect(lines == ["scf.if", "  scf.yield", "  |", "  gpu.barrier", "  scf.yield"])
  }

  @Test func whatFollowsAReturnIsDropped() throws {
    let lines = try traced(["i1", "*i32", "i32"]) { builder, p in
      let scope = try builder.beginIf(p[0])
      builder.barrier()
      try builder.emitReturn()
      try builder.store(p[1], p[2])
      _ = try builder.endIf(scope)
      try builder.emitReturn()
      try builder.store(p[1], p[2])
    }
    #expect(names(lines) == ["cf.cond_br", "^block", "gpu.barrier", "tt.return", "^block"])
  }

  @Test func nestedReturnGuardsTheRest() throws {
    let lines = try traced(["i1", "i1", "i32"]) { builder, p in
      let outer = try builder.beginIf(p[0])
      try builder.emitEarlyReturn(when: p[1])
      let sum = try builder.binary(.add, p[2], p[2])
      builder.beginElse(outer)
      let value = try builder.endIf(outer, then: [sum], otherwise: [p[2]])
      #expect(value[0] != sum)
      _ = try builder.binary(.multiply, value[0], value[0])
    }
    #expect(
      lines == [
        "scf.if : i32, i1",
        "  scf.if : i1", "    arith.constant value=true : i1", "    scf.yield", "    |",
        "    arith.constant value=false : i1", "    scf.yield",
        "  scf.if : i32, i1", "    ub.poison : i32", "    arith.constant value=true : i1",
        "    scf.yield", "    |", "    arith.addi : i32", "    arith.constant value=false : i1",
        "    scf.yield", "  scf.yield", "  |", "  arith.constant value=false : i1", "  scf.yield",
        "cf.cond_br", "^block", "tt.return", "^block", "arith.muli : i32",
      ])
  }

  @Test func deeplyNestedReturnsAreWellFormed() throws {
    _ = try traced(["i1", "*i32", "i32"]) { builder, p in
      let first = try builder.beginIf(p[0])
      let second = try builder.beginIf(p[0])
      let third = try builder.beginIf(p[0])
      try builder.store(p[1], p[2])
      try builder.emitReturn()
      builder.beginElse(third)
      let changed = try builder.binary(.add, p[2], p[2])
      let inner = try builder.endIf(third, then: [p[2]], otherwise: [changed])
      try builder.emitEarlyReturn(when: p[0])
      builder.beginElse(second)
      try builder.emitReturn()
      let middle = try builder.endIf(second, then: inner, otherwise: [p[2]])
      try builder.store(p[1], middle[0])
      builder.beginElse(first)
      try builder.emitEarlyReturn(when: p[0])
      try builder.emitReturn()
      let outer = try builder.endIf(first, then: middle, otherwise: [p[2]])
      try builder.store(p[1], outer[0])
    }
  }

  @Test func guardedBranchThatReturnsInAnyCase() throws {
    _ = try traced(["i1", "*i32", "i32"]) { builder, p in
      let outer = try builder.beginIf(p[0])
      try builder.emitEarlyReturn(when: p[0])
      try builder.store(p[1], p[2])
      try builder.emitReturn()
      builder.beginElse(outer)
      let value = try builder.binary(.add, p[2], p[2])
      let result = try builder.endIf(outer, then: [p[2]], otherwise: [value])
      #expect(result == [value])
      try builder.store(p[1], result[0])
    }
  }
}
