import Testing

@testable import Assembler

/// Programs run side by side, and end in time.
@Suite struct ProgramPoolTests {
  @Test func resultsKeepTheOrderOfTheCalls() {
    let calls = (0..<20).map { ProgramCall(path: "/bin/sh", arguments: ["-c", "echo \($0)"]) }
    let results = ProgramPool(jobs: 3).run(calls)
    #expect(results.map(\.output) == (0..<20).map { "\($0)\n" })
    #expect(results.map(\.end) == results.map { _ in .exited(0) })
  }

  @Test func programThatRunsTooLongIsStopped() {
    let call = ProgramCall(path: "/bin/sh", arguments: ["-c", "while :; do :; done"])
    let results = ProgramPool(jobs: 2, timeLimit: .milliseconds(50)).run([call, call])
    #expect(results.map(\.end) == Array(repeating: .timedOut(after: .milliseconds(50)), count: 2))
  }

  @Test func programThatClosesItsOutputIsStoppedToo() {
    let call = ProgramCall(
      path: "/bin/sh", arguments: ["-c", "exec >&- 2>&-; while :; do :; done"])
    let results = ProgramPool(timeLimit: .milliseconds(50)).run([call])
    #expect(results.map(\.end) == [.timedOut(after: .milliseconds(50))])
  }

  @Test func programThatPrintsWithoutEndIsStopped() {
    let results = ProgramPool().run([ProgramCall(path: "/usr/bin/yes", arguments: [])])
    #expect(results.map(\.end) == [.printedTooMuch])
  }

  @Test func programThatIsMissingIsReported() {
    let results = ProgramPool().run([ProgramCall(path: "/absent", arguments: [])])
    #expect(results.map(\.end) == [.notStarted(2)])
  }

  @Test func programSeesNoEnvironmentAndNoInput() {
    let results = ProgramPool().run([
      ProgramCall(path: "/usr/bin/env", arguments: []),
      ProgramCall(path: "/bin/cat", arguments: []),
    ])
    #expect(results.map(\.output) == ["", ""])
  }
}
