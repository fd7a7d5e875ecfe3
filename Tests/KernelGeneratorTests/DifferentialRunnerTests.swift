import Arithmetic
import IR
import Interpreter
import KernelGenerator
import Testing

/// Differences are found, and small kernels that show them.
@Suite struct DifferentialRunnerTests {
  @Test func theInterpreterAgreesWithItself() throws {
    let runner = DifferentialRunner { try $0.interpreted() }
    for family in KernelFamily.allCases {
      #expect(try runner.reports(on: 0..<5, of: family).isEmpty)
    }
  }

  @Test func aWrongSubtractionIsFoundAndShrunk() throws {
    let runner = DifferentialRunner { kernel in
      try Self.confusing(.subi, with: .addi, in: kernel).interpreted()
    }
    let reports = try runner.reports(on: 0..<40, of: .elementwise)
    #expect(!reports.isEmpty)
    for report in reports {
      #expect(report.contains("arith.subi"))
      let lines = report.split(separator: "\n").filter {
        $0.contains(" = ") || $0.contains("store")
      }
      #expect(lines.count <= 12, "\(report)")
    }
  }

  @Test func aFailureIsADifference() throws {
    struct Refusal: Error {}
    let runner = DifferentialRunner(shrinkBudget: 20) { _ in throw Refusal() }
    let reports = try runner.reports(on: 0..<1, of: .memory)
    #expect(reports.count == 1)
    #expect(reports[0].contains("fails: Refusal()"))
  }

  @Test func shrinkingKeepsWhatIsAskedFor() {
    let kernel = GeneratedKernel(seed: 3, family: .reductions)
    let shrinker = KernelShrinker(budget: 300) { $0.text().contains("tt.reduce\"") }
    let small = shrinker.shrink(kernel)
    #expect(small.text().contains("tt.reduce\""))
    #expect(small.text().utf8.count < kernel.text().utf8.count)
    #expect(small.module.verify().isEmpty)
  }

  /// The kernel with every `opcode` replaced by `other`.
  private static func confusing(
    _ opcode: Opcode, with other: Opcode, in kernel: borrowing GeneratedKernel
  ) -> GeneratedKernel {
    var result = kernel.copy()
    for op in result.module.descendants(of: result.module.root)
    where result.module.opcode(of: op) == opcode {
      let draft = OpDraft(
        other, operands: result.module.operands(of: op), results: [result.module.resultType(of: op)]
      )
      let value = result.module.result(of: result.module.insert(draft, at: .before(op)))
      result.module.replace(op, with: [value])
    }
    return result
  }
}
