import Foundation
import Testing
import ToolTesting

/// `nereid bench` where there is no GPU.
struct BenchCommandTests {
  @Test func emulatorsRatesAreLaneInstructionsOverTime() throws {
    let result = try CommandLineTool.run(
      "bench", "vector-add", "matmul", "--on", "emulator", "--repetitions", "1", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(BenchOutput.self, from: Data(result.output.utf8))
    #expect(report.rows.map(\.kernel) == ["vector-add", "matmul"])
    #expect(report.target == "sm_90a")
    for row in report.rows {
      // A launch is of at least 64 warps, none of which stops early.
      #expect(row.laneInstructions > 100_000 && row.laneInstructions % 32 == 0)
      for rate in [row.allChecks, row.withoutRaces] {
        #expect(abs(rate.median * rate.seconds * 1e6 / Double(row.laneInstructions) - 1) < 1e-6)
        #expect(rate.median > 0 && rate.best >= rate.median)
      }
    }
  }

  @Test func aTableNamesEveryKernel() throws {
    let result = try CommandLineTool.run("bench", "--on", "emulator", "--repetitions", "1")
    #expect(result.code == 0, "\(result.errors)")
    for kernel in ["vector-add", "softmax", "layer-norm", "rms-norm", "matmul"] {
      #expect(result.output.contains("\n\(kernel) "), "\(result.output)")
    }
  }

  @Test(arguments: [
    (["gelu"], "gelu"),
    (["matmul"], "--on emulator"),
    (["--on", "interpreter"], "interpreter"),
    (["--on", "emulator", "--length", "4096"], "--length, --rows and --svg"),
    (["--on", "emulator", "--rows", "8"], "--length, --rows and --svg"),
    (["--on", "emulator", "--repetitions", "0"], "--repetitions is 0"),
  ])
  func wrongRequestIsRefused(words: [String], expected: String) throws {
    let result = try CommandLineTool.run(["bench"] + words)
    #expect(result.code == 64)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}

/// What of the report the tests look at.
private struct BenchOutput: Decodable {
  struct Rate: Decodable { var seconds, median, best: Double }
  struct Row: Decodable {
    var kernel: String
    var laneInstructions: UInt64
    var allChecks, withoutRaces: Rate
  }
  var target: String
  var rows: [Row]
}
