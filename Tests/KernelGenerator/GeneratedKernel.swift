import IR
import Interpreter
import Support

/// A kernel made from a seed, with everything that a launch of it needs.
///
/// Whoever runs it rightly gets the same bytes: floats hold integers so small that no operation
/// rounds them, no result depends on the order of programs or combinations, and nothing undefined is
/// looked at.
package struct GeneratedKernel: ~Copyable, Sendable {
  /// A piece of memory.
  package struct Buffer: Hashable, Sendable {
    /// What it holds before the launch.
    package var bytes: [UInt8]
    /// The kernel writes it.
    package var isWritable: Bool
  }

  /// What the launch passes for one parameter.
  package enum Argument: Hashable, Sendable {
    /// The address `offset` bytes from the start of the buffer at `index`.
    case buffer(_ index: Int, offset: Int)
    /// A number, as the bits of its own format.
    case scalar(bits: UInt64)
  }

  /// What the kernel was made from.
  package let seed: UInt64
  /// What the kernel is about.
  package let family: KernelFamily
  /// The kernel: the only function of a verified module.
  package var module: Module
  /// How many programs run.
  package var grid: Grid
  /// All memory; each buffer starts at a multiple of 256.
  package var buffers: [Buffer]
  /// One for each parameter.
  package var arguments: [Argument]

  /// Makes the kernel of `family` that `seed` stands for.
  package init(seed: UInt64, family: KernelFamily) {
    self = KernelBuilder.build(seed: seed, family: family)
  }

  init(
    seed: UInt64, family: KernelFamily, module: consuming Module, grid: Grid, buffers: [Buffer],
    arguments: [Argument]
  ) {
    (self.seed, self.family, self.grid) = (seed, family, grid)
    (self.buffers, self.arguments) = (buffers, arguments)
    self.module = module
  }

  /// The same kernel once more.
  package borrowing func copy() -> GeneratedKernel {
    GeneratedKernel(
      seed: seed, family: family, module: module.copy(), grid: grid, buffers: buffers,
      arguments: arguments)
  }

  /// The text of the kernel, headed by what else a launch needs.
  package borrowing func text() -> String {
    let list = arguments.map { argument in
      switch argument {
      case .buffer(let index, let offset):
        "buffer \(index) of \(buffers[index].bytes.count) bytes + \(offset)"
      case .scalar(let bits): "\(bits)"
      }
    }
    return """
      // \(family.rawValue), seed \(seed), grid \(grid)
      // \(list.joined(separator: ", "))
      \(module.text(locations: false))
      """
  }
}

// MARK: - Running

extension GeneratedKernel {
  /// Runs the kernel on the interpreter with all checks on.
  ///
  /// - Returns: what each buffer holds afterwards.
  /// - Throws: whatever ends a program, and the first finding of the checks.
  package borrowing func interpreted() throws(Diagnostic) -> [[UInt8]] {
    var memory = Memory()
    let ids = buffers.enumerated().map { memory.add($1.bytes, name: "buffer\($0)") }
    let passed = arguments.map { argument -> KernelArgument in
      switch argument {
      case .buffer(let index, let offset): .pointer(ids[index], offset: offset)
      case .scalar(let bits): .scalar(bits: bits)
      }
    }
    let interpreter = try Interpreter(module.copy(), checks: .all, stepLimit: Self.stepLimit)
    let report = try interpreter.run(grid: grid, arguments: passed, memory: &memory)
    if let finding = report.findings.first { throw finding }
    return ids.map { memory.bytes(of: $0) }
  }

  /// How many operations a program may execute; generated ones need far fewer.
  private static var stepLimit: Int { 100_000 }
}
