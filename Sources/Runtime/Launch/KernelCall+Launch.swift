import IR
import Interpreter
import KernelLanguage
import Support

extension KernelCall {
  /// Runs the kernel for each program of `grid`.
  ///
  /// When the launch fails, the buffers are left as they were before it.
  ///
  /// - Parameter checks: what the interpreter looks for.
  /// - Throws: a `KernelError` with every mistake in the kernel, or with what ended a program: an
  ///   access outside of a buffer if bounds are checked, a failed assertion, too many steps.
  ///
  /// Triton: `kernel[grid](…)`
  @discardableResult
  public func launch(
    grid: LaunchGrid, on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard
  ) throws(KernelError) -> LaunchReport {
    let size = try grid.validated(for: self)
    let module = try module()
    switch target {
    case .interpreter: return try interpret(module, grid: size, checks: checks.checks)
    }
  }

  /// Runs the kernel for `grid` programs along one axis.
  @discardableResult
  public func launch(
    grid: Int, on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard
  ) throws(KernelError) -> LaunchReport {
    try launch(grid: LaunchGrid(grid), on: target, checks: checks)
  }

  /// Runs the kernel for a grid of two axes.
  @discardableResult
  public func launch(
    grid: (Int, Int), on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard
  ) throws(KernelError) -> LaunchReport {
    try launch(grid: LaunchGrid(grid.0, grid.1), on: target, checks: checks)
  }

  /// Runs the kernel for a grid of three axes.
  @discardableResult
  public func launch(
    grid: (Int, Int, Int), on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard
  ) throws(KernelError) -> LaunchReport {
    try launch(grid: LaunchGrid(grid.0, grid.1, grid.2), on: target, checks: checks)
  }

  /// An error at the kernel's declaration.
  func error(_ message: String) -> KernelError { KernelError([diagnostic(message)]) }

  private func interpret(
    _ module: consuming Module, grid: Grid, checks: Checks
  ) throws(KernelError) -> LaunchReport {
    var memory = LaunchMemory()
    let values = try memory.add(arguments, of: self)
    do throws(Diagnostic) {
      let interpreter = try Interpreter(module, kernel: info.name, checks: checks)
      let report = try interpreter.run(grid: grid, arguments: values, memory: &memory.memory)
      memory.copyBack()
      return LaunchReport(
        printed: report.printed, findings: report.findings, programs: report.counters.programs,
        ignoredElements: report.counters.ignoredElements)
    } catch {
      throw KernelError([error])
    }
  }
}
