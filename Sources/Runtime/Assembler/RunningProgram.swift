#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that was started and has not been waited for.
struct RunningProgram: Sendable {
  /// The process.
  let process: pid_t
  /// The end of a pipe that gives what the program prints.
  let output: Int32
  /// When the program is stopped.
  let deadline: ContinuousClock.Instant
  /// What was read so far.
  private(set) var printed: [UInt8] = []

  /// How often a program that is being written is tried.
  private static let busyAttempts = 100
  /// How many bytes a program may print.
  private static let printLimit = 16 << 20

  /// Starts `call`, which must be done at `deadline`.
  /// - Throws: the error number if it cannot be started.
  init(_ call: ProgramCall, deadline: ContinuousClock.Instant) throws(ErrorNumber) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ErrorNumber(errno) }
    // Another program that starts meanwhile must not hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    do {
      process = try Self.spawn(call, output: ends[1])
    } catch {
      close(ends[0])
      throw error
    }
    output = ends[0]
    self.deadline = deadline
  }

  /// Reads once; the result if that shows that the program has ended or must end.
  ///
  /// - Requires: there is something to read, or the program has closed its output.
  mutating func readOnce(timeLimit: Duration) -> ProgramResult? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &chunk, chunk.count)
    if count > 0 {
      printed += chunk[..<count]
      return printed.count > Self.printLimit ? stop(.printedTooMuch) : nil
    }
    if count < 0, errno == EINTR { return nil }
    return waitForEnd(timeLimit: timeLimit)
  }

  /// Ends the program, for the reason `end`.
  func stop(_ end: ProgramResult.End) -> ProgramResult {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return result(end)
  }

  /// Waits for a program that has closed its output, which is the last thing that most do.
  private func waitForEnd(timeLimit: Duration) -> ProgramResult {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return result(Self.end(status)) }
      // Where the host ignores the ends of its children nobody knows the exit code; what the
      // program should have written says whether it succeeded.
      if ended < 0, errno != EINTR { return result(.exited(0)) }
      if ContinuousClock.now >= deadline { return stop(.timedOut(after: timeLimit)) }
      usleep(200)
    }
  }

  private func result(_ end: ProgramResult.End) -> ProgramResult {
    close(output)
    return ProgramResult(end: end, output: String(decoding: printed, as: UTF8.self))
  }

  /// What the status of `waitpid` says: a signal's number in the low seven bits, or an exit code.
  private static func end(_ status: Int32) -> ProgramResult.End {
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }

  /// Starts a process without environment variables, whose standard input is empty.
  private static func spawn(_ call: ProgramCall, output: Int32) throws(ErrorNumber) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = ([call.name] + call.arguments).map {
      strdup($0)
    }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    var failure = ETXTBSY
    // A program that was written just now counts as open for writing while another thread is
    // between starting a process and running its program, which takes milliseconds.
    for attempt in 0..<busyAttempts where failure == ETXTBSY {
      if attempt > 0 { usleep(1000) }
      failure = posix_spawn(&process, call.path, &actions, nil, &arguments, &environment)
    }
    guard failure == 0 else { throw ErrorNumber(failure) }
    return process
  }
}
