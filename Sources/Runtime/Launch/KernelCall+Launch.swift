import IR
import Interpreter
import KernelLanguage
import Support

extension KernelCall {
  /// Runs the kernel for each program of `grid`.
  ///
  /// When the launch fails, the buffers on the host are left as they were before it.
  ///
  /// - Parameters:
  ///   - checks: what the interpreter looks for; a GPU checks nothing.
  ///   - options: how the kernel is compiled for a GPU.
  /// - Throws: a `KernelError` with every mistake in the kernel, with what ended a program (an
  ///   access outside of a buffer if bounds are checked, a failed assertion, too many steps), or
  ///   with why it cannot be launched.
  ///
  /// Triton: `kernel[grid](…)`
  @discardableResult
  public func launch(
    grid: LaunchGrid, on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard,
    options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> LaunchReport {
    switch target {
    case .interpreter:
      let size = try grid.validated(for: self)
      return try interpret(module(), grid: size, checks: checks.checks)
    case .cuda(let index):
      return try launch(grid: grid, on: .gpu(openedGPU(index)), options: options)
    case .emulator:
      return try launch(grid: grid, on: .gpu(emulator()), options: options)
    case .gpu(let gpu):
      return try launch(
        grid, on: gpu, stream: gpu.defaultStream, options: options, mayCopy: true)
    case .stream(let stream):
      return try launch(
        grid, on: stream.gpu, stream: stream.stream, options: options, mayCopy: false)
    }
  }

  /// Runs the kernel for `grid` programs along one axis.
  @discardableResult
  public func launch(
    grid: Int, on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard,
    options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> LaunchReport {
    try launch(grid: LaunchGrid(grid), on: target, checks: checks, options: options)
  }

  /// Runs the kernel for a grid of two axes.
  @discardableResult
  public func launch(
    grid: (Int, Int), on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard,
    options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> LaunchReport {
    try launch(grid: LaunchGrid(grid.0, grid.1), on: target, checks: checks, options: options)
  }

  /// Runs the kernel for a grid of three axes.
  @discardableResult
  public func launch(
    grid: (Int, Int, Int), on target: LaunchTarget = .interpreter, checks: LaunchChecks = .standard,
    options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> LaunchReport {
    try launch(
      grid: LaunchGrid(grid.0, grid.1, grid.2), on: target, checks: checks, options: options)
  }

  /// An error at the kernel's declaration.
  func error(_ message: String) -> KernelError { KernelError([diagnostic(message)]) }

  private func emulator() throws(KernelError) -> GPU {
    do throws(DeviceError) { return try OpenedGPUs.emulator() } catch { throw self.error(error) }
  }

  private func openedGPU(_ index: Int) throws(KernelError) -> GPU {
    do throws(DeviceError) { return try OpenedGPUs.device(index) } catch {
      throw self.error(error)
    }
  }

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
