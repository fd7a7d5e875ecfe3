import IR
import Testing
import TileSemantics

/// A program that returns computes exactly what stands before the return, wherever that is.
@Suite struct ReturnExecutionTests {
  /// Bit `i` of `flags` is condition `i`; each mark that is reached adds its power of two.
  @Test(arguments: 0..<16)
  func nestedReturnsSkipWhatFollows(flags: Int32) throws {
    let condition = { (position: Int32) in flags >> position & 1 != 0 }
    var expected: Int32 = 0
    func reference() {
      expected += 1
      if condition(0) {
        expected += 2
        if condition(1) {
          expected += 4
          if condition(2) {
            expected += 8
            return
          }
          expected += 16
          if condition(3) { return }
          expected += 32
        } else {
          expected += 64
          if condition(2) {
            expected += 128
          } else {
            return
          }
        }
        expected += 256
      } else {
        if condition(3) {
          expected += 512
          return
        }
        expected += 1024
      }
      expected += 2048
    }
    reference()
    let found = try executed([flags], outputCount: 1) { b, input, output in
      try b.store(output, b.constant(0, .i32))
      var program = MarkedProgram(flags: try b.load(input), output: output)
      try program.mark(1, &b)
      let outer = try program.begin(0, &b)
      try program.mark(2, &b)
      let middle = try program.begin(1, &b)
      try program.mark(4, &b)
      let inner = try program.begin(2, &b)
      try program.mark(8, &b)
      try b.emitReturn()
      try program.end(inner, &b)
      try program.mark(16, &b)
      try b.emitEarlyReturn(when: program.condition(3, &b))
      try program.mark(32, &b)
      program.otherwise(middle, &b)
      try program.mark(64, &b)
      let last = try program.begin(2, &b)
      try program.mark(128, &b)
      program.otherwise(last, &b)
      try b.emitReturn()
      try program.end(last, &b)
      try program.end(middle, &b)
      try program.mark(256, &b)
      program.otherwise(outer, &b)
      let second = try program.begin(3, &b)
      try program.mark(512, &b)
      try b.emitReturn()
      try program.end(second, &b)
      try program.mark(1024, &b)
      try program.end(outer, &b)
      try program.mark(2048, &b)
    }
    #expect(found == [expected])
  }
}

/// A program that adds up marks, in memory and in a variable that the branches change.
private struct MarkedProgram {
  let flags: Operand
  let output: Operand
  /// The sum so far.
  var sum: Operand?
  /// For each open `if`: the sum before it, and after its first branch.
  var opened: [(before: Operand?, afterThen: Operand?)] = []

  init(flags: Operand, output: Operand) { (self.flags, self.output) = (flags, output) }

  func condition(_ position: Int64, _ b: inout TileBuilder) throws -> Operand {
    let bit = try b.binary(.shiftRight, flags, b.constant(position, .i32))
    return try b.compare(
      .notEqual, b.binary(.and, bit, b.constant(1, .i32)), b.constant(0, .i32))
  }

  mutating func mark(_ value: Int64, _ b: inout TileBuilder) throws {
    let previous = try sum ?? b.constant(0, .i32)
    let next = try b.binary(.add, previous, b.constant(value, .i32))
    try b.store(output, next)
    sum = next
  }

  mutating func begin(_ position: Int64, _ b: inout TileBuilder) throws -> IfScope {
    opened.append((sum, nil))
    return try b.beginIf(condition(position, &b))
  }

  mutating func otherwise(_ scope: IfScope, _ b: inout TileBuilder) {
    opened[opened.count - 1].afterThen = sum
    sum = opened[opened.count - 1].before
    b.beginElse(scope)
  }

  mutating func end(_ scope: IfScope, _ b: inout TileBuilder) throws {
    let (before, afterThen) = opened.removeLast()
    let first = afterThen ?? sum
    let second = afterThen == nil ? before : sum
    sum = try b.endIf(
      scope, then: [first].compactMap { $0 }, otherwise: [second].compactMap { $0 })[0]
  }
}
