#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs programs, some at a time.
struct ProgramPool: Sendable {
  /// How many programs run at a time.
  var jobs: Int
  /// How long one may run.
  var timeLimit: Duration

  /// A pool of `jobs` processes, each of which may take `timeLimit`.
  init(jobs: Int = 1, timeLimit: Duration = .seconds(300)) {
    precondition(jobs > 0, "a pool runs at least one program at a time")
    (self.jobs, self.timeLimit) = (jobs, timeLimit)
  }

  /// Runs all of `calls` and returns the results in their order.
  func run(_ calls: [ProgramCall]) -> [ProgramResult] {
    var results = [ProgramResult?](repeating: nil, count: calls.count)
    var running: [(index: Int, program: RunningProgram)] = []
    var next = 0
    while next < calls.count || !running.isEmpty {
      while next < calls.count, running.count < jobs {
        do throws(ErrorNumber) {
          let deadline = ContinuousClock.now + timeLimit
          running.append((next, try RunningProgram(calls[next], deadline: deadline)))
        } catch {
          results[next] = ProgramResult(end: .notStarted(error.number), output: "")
        }
        next += 1
      }
      let ready = waitForOutput(of: running.map(\.program))
      for position in running.indices.reversed() {
        let result: ProgramResult?
        if ready[position] {
          result = running[position].program.readOnce(timeLimit: timeLimit)
        } else if ContinuousClock.now >= running[position].program.deadline {
          result = running[position].program.stop(.timedOut(after: timeLimit))
        } else {
          result = nil
        }
        guard let result else { continue }
        results[running[position].index] = result
        running.remove(at: position)
      }
    }
    return results.map { $0 ?? ProgramResult(end: .notStarted(0), output: "") }
  }

  /// Which programs have printed or ended, once one has or a second has passed.
  private func waitForOutput(of programs: [RunningProgram]) -> [Bool] {
    var files = programs.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&files, nfds_t(files.count), 1000) > 0 else {
      return programs.map { _ in false }
    }
    return files.map { $0.revents != 0 }
  }
}
