import IR
import Interpreter
import Testing

@testable import Passes

/// Whatever is claimed of the values of random kernels is true of what running them gives.
@Suite struct AxisAnalysisTests {
  private static let programs: UInt64 = 250

  @Test func claimsHold() throws {
    var claims = 0
    for seed in 0..<Self.programs {
      let program = RandomTileProgram(seed: seed, operations: 16)
      try program.module.requireWellFormed()
      let analysis = AxisAnalysis(of: program.function, in: program.module)
      let output = try Self.run(program)
      for observation in program.observations {
        guard let facts = analysis.facts(of: observation.value) else {
          Issue.record("seed \(seed): nothing is known of \(observation.value)")
          continue
        }
        claims += facts.dimensions.reduce(0) {
          $0 + $1.logContiguity + $1.logConstancy + $1.logDivisibility
        }
        for elements in Self.elements(of: observation, in: output) {
          let seen = ObservedFacts(type: observation.type, elements: elements)
          let wrong = seen.violations(of: facts)
          if wrong.isEmpty { continue }
          let op = program.module.definingOp(of: observation.value)
          let name = op.map { program.module.info(of: $0).name } ?? "parameter"
          Issue.record(
            """
            seed \(seed): \(name) of \(observation.type) claims \(wrong), but is \(elements)
            \(program.module.text(locations: false))
            """)
          return
        }
      }
    }
    // Claiming nothing would be right as well.
    #expect(claims > 20_000)
  }

  private static func run(_ program: borrowing RandomTileProgram) throws -> [UInt8] {
    var memory = Memory()
    let input = memory.add(program.input, name: "input")
    let output = memory.add(Array(repeating: 0, count: program.outputSize), name: "output")
    let interpreter = try Interpreter(program.module.copy())
    _ = try interpreter.run(
      grid: Grid(1), arguments: [.pointer(input, offset: 0), .pointer(output, offset: 0)],
      memory: &memory)
    return memory.bytes(of: output)
  }

  /// The elements that the observed value had, each time it was computed.
  private static func elements(
    of observation: RandomTileProgram.Observation, in output: [UInt8]
  ) -> [[UInt64]] {
    let type = observation.type
    let width = type.element?.byteWidth ?? 8
    let size = RandomTileProgram.size(of: type)
    return (0..<observation.trips).map { trip in
      (0..<type.shape.count).map { index in
        let start = observation.offset + trip * size + index * width
        return (0..<width).reduce(0) { $0 | UInt64(output[start + $1]) << UInt64(8 * $1) }
      }
    }
  }
}
