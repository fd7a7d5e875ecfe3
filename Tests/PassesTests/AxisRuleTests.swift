import IR
import Testing

@testable import Passes

/// Every rule on tiles of 8 integers of 8 bits: tiles that count up from any number, stay the same,
/// or do both in turns, with every fact that is true of them, or only some.
@Suite struct AxisRuleTests {
  private static let count = 8
  private static let numbers: [UInt64] = [
    0, 1, 3, 4, 8, 12, 16, 100, 120, 124, 127, 128, 136, 192, 248, 252, 253,
  ]

  /// A tile, with all that is true of it, and the same without what bounds its elements.
  private struct Operand {
    let elements: [UInt64]
    let facts: [AxisFacts]

    init(_ start: UInt64, _ kind: Int, _ type: Type) {
      elements = AxisRuleTests.tile(start, kind)
      let seen = ObservedFacts(type: type, elements: elements)
      facts = [seen.facts(bounded: true), seen.facts(bounded: false)]
    }
  }

  /// The tile that begins with `start` and has its `kind` of pattern.
  private static func tile(_ start: UInt64, _ kind: Int) -> [UInt64] {
    (0..<UInt64(count)).map { index in
      let moved: UInt64
      switch kind {
      case 0: moved = index
      case 1: moved = 0
      case 2: moved = index % 4 + (index / 4) * 64
      case 3: moved = index / 4 * 4
      case 4: moved = index / 2
      default: moved = index % 2 * 8 + index / 2
      }
      return (start &+ moved) & 0xFF
    }
  }

  @Test(arguments: ElementOperation.all)
  func holds(_ operation: ElementOperation) throws {
    let type = Type.tensor(try #require(Shape([Self.count])), .scalar(.i8))
    var module = Module()
    let op = insert(operation, type, into: &module)
    let rules = AxisRules(overflow: .wraps)
    var claims = 0
    let tiles = (0..<6).map { kind in Self.numbers.map { Operand($0, kind, type) } }
    for kinds in [(0, 0), (0, 1), (1, 0), (2, 1), (1, 2), (3, 0), (0, 4), (5, 1), (4, 4)] {
      for lhs in tiles[kinds.0] {
        for rhs in tiles[kinds.1] {
          let result = zip(lhs.elements, rhs.elements).compactMap { operation($0, $1) }
          if result.count < Self.count { continue }
          let seen = ObservedFacts(type: module.resultType(of: op), elements: result)
          for (first, second) in zip(lhs.facts, rhs.facts) {
            guard let facts = rules.result(of: op, in: module, [first, second])?.normalized() else {
              continue
            }
            claims += facts.dimensions[0].logContiguity + facts.dimensions[0].logConstancy
            let wrong = seen.violations(of: facts)
            if wrong.isEmpty { continue }
            Issue.record("\(lhs.elements), \(rhs.elements): \(wrong), but is \(result)")
            return
          }
        }
      }
    }
    // Each operation keeps at least that equal operands give equal results.
    #expect(claims > 200)
  }

  private func insert(
    _ operation: ElementOperation, _ type: Type, into module: inout Module
  ) -> OpID {
    let function = module.insert(
      Function(name: "f", type: FunctionType(parameters: [type, type])), at: .end(of: module.body))
    let block = module.appendBlock(to: module.region(0, of: function), parameters: [type, type])
    let operands = Array(module.parameters(of: block))
    guard let predicate = operation.predicate else {
      return module.insert(
        OpDraft(operation.opcode, operands: operands, results: [type]), at: .end(of: block))
    }
    let compare = CompareInteger(
      predicate, lhs: operands[0], rhs: operands[1], type: type.with(element: .i1))
    return module.insert(compare, at: .end(of: block))
  }
}

extension ObservedFacts {
  /// All that is true of the elements along each dimension.
  ///
  /// - Parameter bounded: whether to say between which numbers they lie, and a constant.
  fileprivate func facts(bounded: Bool) -> AxisFacts {
    var facts = AxisFacts(type)
    for index in facts.dimensions.indices {
      let run = logContiguity(index)
      facts.dimensions[index] = AxisFacts.Dimension(
        logContiguity: run, logConstancy: logConstancy(index),
        logDivisibility: logDivisibility(index, run: run))
    }
    guard bounded else { return facts }
    let width = type.scalar?.bitWidth ?? 64
    let numbers = elements.map { $0.signExtended(from: width) }
    if let lower = numbers.min(), let upper = numbers.max() {
      facts.bounds = IntegerBounds(lower: lower, upper: upper)
    }
    return facts.normalized()
  }
}
