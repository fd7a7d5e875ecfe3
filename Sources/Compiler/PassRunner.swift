import IR
import Passes
import Support

/// Runs passes over a module, verifies what each leaves, and reports what was asked for.
///
/// Prints nothing: the report is the caller's to show.
public struct PassRunner: Sendable {
  /// After which passes the text of the module is kept; `all` keeps it after each.
  public enum Printing: Hashable, Sendable {
    case never
    case after(Set<String>)
    case afterEach

    func includes(_ pass: String) -> Bool {
      switch self {
      case .never: false
      case .after(let names): names.contains(pass)
      case .afterEach: true
      }
    }
  }

  /// After which passes the module's text is kept.
  public var printing = Printing.never
  /// The name of the pass after whose first run nothing more runs.
  public var stop: String?
  /// Whether the module is verified before the first pass and after each.
  public var verifies = true

  /// A runner that keeps the text after passes as `printing` says, and ends behind `stop`.
  public init(printing: Printing = .never, stopAfter stop: String? = nil, verifies: Bool = true) {
    (self.printing, self.stop, self.verifies) = (printing, stop, verifies)
  }

  /// Runs `pipeline` on `module`.
  ///
  /// - Throws: what is wrong with the module: before the first pass, what the user wrote; after a
  ///   pass, a defect of that pass, which the message names.
  public func run(
    _ pipeline: Pipeline, on module: inout Module
  ) throws(Diagnostic) -> PassReport {
    if verifies { try module.requireWellFormed() }
    var report = PassReport()
    for pass in pipeline.passes {
      let name = type(of: pass).name
      let start = ContinuousClock.now
      try pass.run(on: &module)
      let duration = ContinuousClock.now - start
      if verifies { try module.requireWellFormed(after: name) }
      let text = printing.includes(name) ? module.text() : nil
      report.steps.append(PassReport.Step(pass: name, duration: duration, text: text))
      if name == stop { break }
    }
    return report
  }
}

extension Module {
  /// Throws the first rule that this module breaks, as a defect of the pass called `pass`.
  fileprivate func requireWellFormed(after pass: String) throws(Diagnostic) {
    do {
      try requireWellFormed()
    } catch {
      var defect = error
      defect.message = "after \(pass): \(error.message)"
      throw defect
    }
  }
}
