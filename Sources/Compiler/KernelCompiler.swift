import IR
import PTX
import PTXLowering
import Passes
import Support

/// Compiles kernels to PTX.
package struct KernelCompiler: Sendable {
  /// What kernels are compiled for.
  package var options: CompilerOptions

  /// A compiler for `options`.
  package init(_ options: CompilerOptions = CompilerOptions()) { self.options = options }

  /// Compiles the kernel of `module`.
  ///
  /// - Throws: what is wrong with the module, or what there is no PTX for.
  package func compile(_ module: consuming Module) throws(Diagnostic) -> CompiledKernel {
    try compilation(of: module).kernel
  }

  /// Compiles the kernel of `module`, and says how.
  ///
  /// - Parameter runner: which texts of passes are kept, and whether each pass is checked.
  /// - Throws: what is wrong with the module, or what there is no PTX for.
  package func compilation(
    of module: consuming Module, runner: PassRunner = PassRunner(), keepsLaidOut: Bool = false
  ) throws(Diagnostic) -> Compilation {
    var module = module
    var report = try runner.run(.ptx, on: &module)
    guard let name = module.kernel.map({ Function(reading: $0, of: module).name }) else {
      throw module.diagnostic("module has no kernel", at: module.root)
    }
    let start = ContinuousClock.now
    RematerializeTiles(warpCount: warpCount, maximumRegisters: options.maximumRegisters)
      .run(on: &module)
    let rematerialized = ContinuousClock.now
    let layouts = AssignLayouts(warpCount: warpCount).run(on: &module)
    try EliminateDeadCode().run(on: &module)
    let assigned = ContinuousClock.now
    guard let kernel = module.function(named: name) else {
      throw module.diagnostic("module has no kernel", at: module.root)
    }
    let parameters = module.entryParameters(of: kernel)
    let laidOut = keepsLaidOut ? LaidOutKernel(kernel, of: module, by: layouts) : nil
    let lowered = try KernelLowering.lower(
      kernel, of: module, layouts: layouts,
      options: LoweringOptions(
        target: options.target, warpCount: warpCount, maximumRegisters: options.maximumRegisters))
    let done = ContinuousClock.now
    let bytes = lowered.module.printed().bytes
    report.add("rematerialize-tiles", rematerialized - start)
    report.add("assign-layouts", assigned - rematerialized)
    report.add("lower", done - assigned)
    report.add("print", ContinuousClock.now - done)
    let compiled = CompiledKernel(
      name: name, ptx: bytes, target: options.target, warpCount: warpCount,
      sharedByteCount: lowered.sharedByteCount, parameters: parameters)
    return Compilation(
      kernel: compiled, module: lowered.module, laidOut: laidOut, report: report)
  }

  /// The warps of a program, a power of two.
  private var warpCount: Int {
    var count = 1
    while count * 2 <= min(options.warpCount, 32) { count *= 2 }
    return count
  }
}

extension Module {
  /// What a launch passes to the entry that `function` becomes.
  fileprivate func entryParameters(of function: OpID) -> [EntryParameter] {
    guard let block = firstBlock(of: region(0, of: function)) else { return [] }
    let attributes = Function(reading: function, of: self).parameterAttributes
    return parameters(of: block).enumerated().map { position, value in
      let divisibility =
        attributes.indices.contains(position)
        ? attributes[position]["tt.divisibility"]?.integerValue.map { Int($0) } ?? 1 : 1
      guard let scalar = type(of: value).scalar else {
        return EntryParameter(
          name: name(of: value), kind: .pointer, divisibility: divisibility)
      }
      return EntryParameter(
        name: name(of: value), kind: .scalar(scalar), divisibility: divisibility)
    }
  }
}
