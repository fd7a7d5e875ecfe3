import IR
import Support
import Synchronization
import TileSemantics

/// One run of a kernel's body, which writes down what the kernel does instead of doing it.
///
/// Operations find the trace through `current` and check the builder out of it while they work; no
/// code of the user runs meanwhile. What the user got wrong is collected: tracing goes on, so that
/// one run reports as many mistakes as possible.
package final class Trace: Sendable {
  /// The trace that the current task writes into.
  @TaskLocal package static var current: Trace?

  /// What the kernel is compiled for.
  let target: TargetInfo

  private let state: Mutex<State>

  struct State: ~Copyable, Sendable {
    /// Nil while somebody works with it.
    var builder: TileBuilder?
    var position: SourcePosition
    var diagnostics: [Diagnostic] = []
    /// What each parameter of the kernel stands for: several operands for a descriptor.
    var parameters: [[Operand]] = []
    /// How often a loop's body is run only to learn the types of its variables.
    var rehearsals = 0
    /// For each open region whose execution the device decides on, whether a call in it was found
    /// to work on the host.
    var regions: [Bool] = []
    /// The same of the region that was left last.
    var leftRegionHasHostCall = false
    /// How often something was done for the device, or tried, or found wrong.
    var activity = 0
    /// The objects whose change in the outermost region that is open has been found.
    var changedObjects: Set<ObjectIdentifier> = []
    var sources: [String: SourceText?] = [:]
  }

  /// A trace into `builder` of the kernel at `position`, compiled for `target`.
  init(_ builder: consuming TileBuilder, position: SourcePosition, target: TargetInfo) {
    self.target = target
    state = Mutex(State(builder: consume builder, position: position))
  }

  /// Runs `body` with what is known of the trace so far.
  func withState<Result>(_ body: (inout State) -> Result) -> Result {
    state.withLock { body(&$0) }
  }

  /// The trace of the current task.
  ///
  /// The functions of the kernel language have no meaning outside of a kernel.
  static var required: Trace {
    guard let current else {
      preconditionFailure("a tile operation was called outside of a kernel that is being launched")
    }
    return current
  }
}

// MARK: - The builder

extension Trace {
  /// Runs `body` with the builder.
  func withBuilder<Result>(_ body: (inout TileBuilder) throws -> Result) rethrows -> Result {
    var builder = checkOut()
    do {
      let result = try body(&builder)
      checkIn(builder)
      return result
    } catch {
      checkIn(builder)
      throw error
    }
  }

  private func checkOut() -> TileBuilder {
    var slot: TileBuilder?
    state.withLock { state in
      swap(&state.builder, &slot)
      state.activity += 1
    }
    guard let builder = slot.take() else {
      preconditionFailure("a tile operation was called while another one was at work")
    }
    return builder
  }

  private func checkIn(_ builder: consuming TileBuilder) {
    var slot: TileBuilder? = consume builder
    state.withLock { swap(&$0.builder, &slot) }
  }

  /// The module that was written; ends the trace.
  func finish() -> Module { checkOut().finish() }
}

// MARK: - Parameters

extension Trace {
  /// Says what the parameters stand for.
  func setParameters(_ parameters: [[Operand]]) { state.withLock { $0.parameters = parameters } }

  /// What the parameter at `index` stands for.
  func parameter(_ index: Int) -> [Operand] { state.withLock { $0.parameters[index] } }
}

// MARK: - Positions and mistakes

extension Trace {
  /// The place in the user's source that runs.
  var position: SourcePosition { state.withLock { $0.position } }

  /// Says which place of the user's source runs from now on.
  func setPosition(_ position: SourcePosition) {
    state.withLock { state in
      state.position = position
      state.builder?.setPosition(position)
    }
  }

  /// Reports a mistake at the place that runs, or at `position`.
  func report(_ message: String, at position: SourcePosition? = nil) {
    let position = position ?? self.position
    let excerpt = excerpt(at: position)
    state.withLock { state in
      state.activity += 1
      let diagnostic = Diagnostic(message, at: position, excerpt: excerpt)
      // An unrolled loop makes the same mistake each time.
      guard state.rehearsals == 0, !state.diagnostics.contains(diagnostic) else { return }
      state.diagnostics.append(diagnostic)
    }
  }

  /// The mistakes so far.
  var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics } }

  /// Begins to ignore mistakes, because what runs now will run again.
  func beginRehearsal() { state.withLock { $0.rehearsals += 1 } }

  /// Ends what `beginRehearsal` began.
  func endRehearsal() { state.withLock { $0.rehearsals -= 1 } }

  private func excerpt(at position: SourcePosition) -> Diagnostic.Excerpt? {
    let source = state.withLock { state -> SourceText? in
      if let known = state.sources[position.file] { return known }
      let bytes = try? readFile(at: position.file, limit: Self.maximumSourceSize)
      let text = bytes.map { SourceText(name: position.file, bytes: $0) }
      state.sources[position.file] = .some(text)
      return text
    }
    guard let line = source?.line(position.line), !line.isEmpty else { return nil }
    return Diagnostic.Excerpt(line: line)
  }

  /// Larger source files are not read for the line that a diagnostic shows.
  private static let maximumSourceSize = 1 << 24
}
