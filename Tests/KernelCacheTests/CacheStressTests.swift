import Foundation
import KernelCache
import Testing
import ToolTesting

/// Processes that share a folder may be killed at any moment.
@Suite(.serialized) struct CacheStressTests {
  private static let processCount = 16
  private static let killCount = 500

  @Test(.timeLimit(.minutes(3))) func nothingIsDamagedWhereverProcessesAreKilled() throws {
    let root = try TemporaryFolder()
    let path = root.file("cache").path
    var random = SeededGenerator(seed: 3)
    // A process that has ended by itself is found out by its exit code.
    signal(SIGPIPE, SIG_IGN)
    var workers = try (0..<Self.processCount).map { _ in try Worker(on: path) }
    defer { for worker in workers { worker.kill() } }
    for _ in 0..<Self.killCount {
      let index = Int.random(in: 0..<workers.count, using: &random)
      for _ in 0..<3 {
        workers[Int.random(in: 0..<workers.count, using: &random)].begin(
          Int.random(in: 1..<4, using: &random))
      }
      // The kill arrives in the middle of one of many steps, while others take theirs.
      let count = Int.random(in: 1..<5, using: &random)
      workers[index].begin(count + 40)
      workers[index].waitForSteps(count)
      workers[index].kill()
      try #require(workers[index].wasKilled, "a process ended with \(workers[index].code)")
      workers[index] = try Worker(on: path)
    }
    for worker in workers {
      worker.begin(1)
      worker.waitForSteps(1)
      worker.kill()
      #expect(worker.wasKilled, "a process ended with \(worker.code)")
    }

    let folder = try CacheFolder(path: path)
    let files = try folder.files()
    let entries = files.filter { !$0.isTemporary }
    #expect(!entries.isEmpty)
    for entry in entries { #expect(try folder.kernel(in: entry) != nil, "\(entry.name)") }
    // Somebody was killed while writing, or this test has shown nothing.
    #expect(entries.count < files.count)
    let sweep = try folder.sweep(byteLimit: .max, now: time(nil) + 3602)
    #expect(sweep.temporaryCount == files.count - entries.count)
    #expect(try folder.files().map(\.name) == entries.map(\.name))
  }
}

/// A process that works on a cache, step by step.
private struct Worker {
  private let process = Process()
  private let orders: FileHandle
  private let steps: FileHandle

  init(on path: String) throws {
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: CommandLineTool.locate("CacheStressTool"))
    process.arguments = ["work", path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    orders = input.fileHandleForWriting
    steps = output.fileHandleForReading
  }

  /// Lets the process take `count` more steps.
  func begin(_ count: Int) { try? orders.write(contentsOf: Data(repeating: 1, count: count)) }

  /// Waits until `count` more steps are about to end, or the process has ended.
  func waitForSteps(_ count: Int) {
    if count > 0 { _ = try? steps.read(upToCount: count) }
  }

  /// Ends the process wherever it is.
  func kill() {
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  var code: Int32 { process.terminationStatus }

  /// It did not end by itself.
  var wasKilled: Bool { process.terminationReason == .uncaughtSignal && code == SIGKILL }
}
