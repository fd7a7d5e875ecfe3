import IR
import Passes
import RandomTesting
import Testing

/// Simplifying before the parameters are known gives what computing with them gives.
@Suite struct RandomExpressionTests {
  private static let expressions: UInt64 = 1000
  private static let argumentsEach = 6

  @Test func simplifyingKeepsResults() {
    var generator = SplitMix(seed: 1)
    var compared = 0
    for seed in 0..<Self.expressions {
      let expression = RandomExpression(seed: seed, operations: 12)
      let simplified = Self.simplified(expression.module.copy())
      for _ in 0..<Self.argumentsEach {
        let arguments = RandomExpression.parameterTypes.map { type in
          let choices = NotableBits.of(type)
          return choices[generator.next(below: choices.count)]
        }
        let direct = Self.results(of: expression.module, with: arguments)
        let indirect = Self.results(of: simplified, with: arguments)
        #expect(direct.count == indirect.count)
        for case (let known?, let found) in zip(direct, indirect) {
          // A value without meaning for these arguments is not computed at all.
          compared += 1
          if Self.areSame(known, found) { continue }
          Issue.record(
            """
            seed \(seed), arguments \(arguments): \(known.value), after simplifying \
            \(found.map { "\($0.value)" } ?? "nothing")
            \(expression.module.text(locations: false))
            \(simplified.text(locations: false))
            """)
        }
      }
    }
    #expect(compared > 50_000)
  }

  private static func simplified(_ module: consuming Module) -> Module {
    var module = module
    for function in module.functions {
      Canonicalize().run(on: function, in: &module)
      EliminateCommonSubexpressions().run(on: function, in: &module)
      Canonicalize().run(on: function, in: &module)
      EliminateDeadCode().run(on: function, in: &module)
    }
    return module
  }

  /// What the function of `module` returns for `arguments`, where that has a meaning.
  private static func results(
    of module: borrowing Module, with arguments: [UInt64]
  ) -> [Constant?] {
    var module = RandomExpression.substituting(arguments, in: module)
    for function in module.functions { Canonicalize().run(on: function, in: &module) }
    return RandomExpression.returnedConstants(of: module)
  }

  /// The bits are equal, or both are NaN.
  private static func areSame(_ first: Constant, _ second: Constant?) -> Bool {
    guard let second, let left = first.splat, let right = second.splat else { return false }
    if left == right { return true }
    guard let format = first.type.scalar?.floatFormat else { return false }
    return format.isNaN(left) && format.isNaN(right)
  }
}
