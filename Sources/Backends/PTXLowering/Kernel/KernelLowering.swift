import IR
import Layouts
import PTX
import Passes
import Support

/// Turns a kernel whose tiles have layouts into PTX.
///
/// A scalar is one register, the same in all threads. A tile is one register for each register of
/// its layout; where a layout repeats an element within a thread, the list repeats a register. All
/// threads of a block take the same way through the kernel's control flow, so that they meet at
/// every barrier.
///
/// The families of operations are extensions in folders beside this one; `Operations` has the
/// table of all.
package struct KernelLowering: ~Copyable {
  /// The kernel's module.
  let module: Module
  /// Who holds what of the tiles.
  let layouts: TileLayouts
  /// What is known of pointers and integers.
  let options: LoweringOptions
  /// The body so far.
  var builder = FunctionBuilder()
  /// The registers that hold the values which are defined so far.
  var values = SecondaryMap<ValueID, [Register]>()
  /// The shared memory of the block.
  var shared: SharedMemoryPlan
  /// The names of the source files, as `.loc` counts them.
  var files: [String] = []
  /// Strings and other constants of the module.
  var constants: [Variable] = []
  /// Functions that are called and defined elsewhere.
  var externals: [PTXFunction] = []
  /// The functions that are being inlined, the outermost first.
  var callStack: [OpID] = []
  /// What is known of the values of functions, and on what it counts.
  var analyses: [(function: OpID, overflow: SignedOverflow, analysis: AxisAnalysis)] = []
  /// Where the blocks of functions start that are not entered from above.
  var blockLabels: [BlockID: Label] = [:]
  /// Where a `tt.return` goes, and the registers that take what it returns.
  var returnTarget: ReturnTarget?
  /// Where a `tt.map_elementwise.return` goes, and the registers that take what it passes on.
  var mapTarget: ReturnTarget?

  /// What a `tt.return` of a function that is inlined does.
  struct ReturnTarget {
    let label: Label
    let results: [[Register]]
  }

  /// The name of the shared memory of a block.
  static let sharedMemoryName = "shared_memory"

  private init(_ module: consuming Module, layouts: TileLayouts, options: LoweringOptions) {
    self.module = module
    self.layouts = layouts
    self.options = options
    shared = SharedMemoryPlan(threadCount: options.warpCount * TileLayouts.laneCount)
  }

  /// The PTX of the kernel `function` of `module`, whose tiles are held as `layouts` says.
  ///
  /// - Throws: an operation for which there is no PTX, or a kernel that needs more shared memory
  ///   than the target has.
  package static func lower(
    _ function: OpID, of module: consuming Module, layouts: TileLayouts, options: LoweringOptions
  ) throws(Diagnostic) -> LoweredKernel {
    var lowering = KernelLowering(module, layouts: layouts, options: options)
    try lowering.lowerKernel(function)
    return try lowering.finished(function)
  }

  private mutating func lowerKernel(_ function: OpID) throws(Diagnostic) {
    builder.location = location(of: function)
    loadParameters(of: function)
    callStack = [function]
    try lowerBlocks(of: module.region(0, of: function))
  }

  private mutating func finished(_ function: OpID) throws(Diagnostic) -> LoweredKernel {
    let limit = options.target.sharedByteLimit
    if shared.byteCount > limit {
      throw module.diagnostic(
        "kernel needs \(shared.byteCount) bytes of shared memory for a block, \(options.target) "
          + "has \(limit)", at: function)
    }
    let body = builder.finished()
    let entry = PTXFunction(
      .entry, Function(reading: function, of: module).name, parameters: parameters(of: function),
      directives: directives, body: body)
    var variables = constants
    if shared.byteCount > 0 {
      variables.append(
        Variable(
          Self.sharedMemoryName, in: .shared, type: .b8, extent: .open,
          alignment: SharedMemoryPlan.alignment, linkage: .extern))
    }
    var result = PTXModule(
      version: .lowest, target: options.target, files: files, variables: variables,
      functions: externals + [entry])
    result.version = result.requiredVersion
    return LoweredKernel(module: result, sharedByteCount: shared.byteCount)
  }

  private var directives: PerformanceDirectives {
    var directives = PerformanceDirectives()
    directives.requiredThreads = .init(threadCount)
    // The assembler would believe a limit that all threads of a block cannot have.
    directives.maximumRegisters = options.maximumRegisters.map {
      RegisterBudget.forThread(warpCount: options.warpCount, maximumRegisters: $0)
    }
    return directives
  }

  /// How many threads run one program.
  var threadCount: Int { options.warpCount * TileLayouts.laneCount }
}
