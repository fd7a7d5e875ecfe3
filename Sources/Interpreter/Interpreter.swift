import IR
import Support

/// Runs kernels on host memory: the meaning of every operation, and the oracle for everything
/// that compiles them.
///
/// Programs run one after another, the first axis of the grid fastest, so a program that waits for
/// a later one never ends; the limit on steps reports it.
///
/// ```swift
/// var memory = Memory()
/// let x = memory.add(bytes, name: "x")
/// let interpreter = try Interpreter(module)
/// let report = try interpreter.run(
///   grid: Grid(4), arguments: [.pointer(x, offset: 0)], memory: &memory)
/// ```
public final class Interpreter: Sendable {
  /// How many operations one program may execute, unless the caller says otherwise.
  public static let standardStepLimit = 100_000_000
  /// How deep regions and calls may be nested while a program runs; bounds the use of the stack.
  static let depthLimit = 256

  let module: Module
  let code: Code
  let kernel: Code.FunctionCode
  let checks: Checks
  let stepLimit: Int

  /// Prepares a kernel.
  ///
  /// - Parameters:
  ///   - module: a module that satisfies the verifier.
  ///   - kernel: the name of the function to launch; the first public one if `nil`.
  ///   - checks: what to look for; without `.bounds`, accesses outside of buffers do nothing.
  ///   - stepLimit: how many operations one program may execute.
  /// - Throws: a missing kernel, or an operation that cannot be executed.
  public init(
    _ module: consuming Module, kernel: String? = nil, checks: Checks = .standard,
    stepLimit: Int = Interpreter.standardStepLimit
  ) throws(Diagnostic) {
    let code = try Code(module)
    let chosen: Code.FunctionCode?
    if let kernel {
      chosen = code.function(named: kernel).map { code.functions[$0] }
    } else {
      let op = module.kernel
      chosen = code.functions.first { $0.op == op }
    }
    guard let chosen else {
      let missing =
        kernel.map { "no function is called @\($0)" } ?? "there is no function to launch"
      throw module.diagnostic(missing, at: module.root)
    }
    self.code = code
    self.kernel = chosen
    self.checks = checks
    self.stepLimit = stepLimit
    self.module = module
  }

  /// Runs all programs of `grid`.
  ///
  /// When a program fails, `memory` is left as it was at that point.
  ///
  /// - Parameter arguments: one for each parameter of the kernel, where a tensor descriptor also
  ///   stands for the parameters with its extents and strides.
  /// - Throws: arguments that do not fit the parameters, and whatever ends a program: an access
  ///   outside of buffers if bounds are checked, a failed assertion, too many steps.
  public func run(
    grid: Grid, arguments: [KernelArgument], memory: inout Memory
  ) throws(Diagnostic) -> RunReport {
    if let axis = grid.axisOverLimit {
      throw module.diagnostic(
        "grid \(grid) has more than \(axis.limit) programs along \(axis.name)", at: kernel.op)
    }
    let slots = try bind(arguments, in: memory)
    let execution = Execution(self, grid: grid, memory: memory)
    memory = Memory()
    defer { memory = execution.memory }
    for index in 0..<grid.count {
      execution.begin(program: index)
      for (parameter, slot) in zip(code.blocks[kernel.entry].parameters, slots) {
        execution.frame[parameter] = slot
      }
      _ = try execution.run(from: kernel.entry)
    }
    execution.report.counters.programs = grid.count
    return execution.report
  }
}
