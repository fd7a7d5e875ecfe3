import CUDADriver

/// A GPU, or what stands in for one: buffers, streams and launches on it.
///
/// A class, since all that lives on the device keeps it, and one that tasks may share: calls work
/// from any task and thread.
///
///     let gpu = try GPU()
///     let x = try Buffer(repeating: Float(1), count: 1 << 20).copied(to: gpu)
///     let z = try Buffer<Float>(uninitialized: 1 << 20, on: gpu)
///     try vectorAdd(x: x, y: x, z: z, count: 1 << 20).launch(grid: 1024, on: .gpu(gpu))
///     print(try z.elementsOnHost()[0])
public final class GPU: Sendable {
  /// What does the work.
  let engine: Engine
  /// What it allows in one launch.
  let limits: DeviceLimits
  /// How kernels are made for it.
  let toolchain: KernelToolchain
  /// The kernels that it has loaded.
  let kernels = KernelTable()
  /// The stream of launches that name none.
  let defaultStream: EngineStream

  /// The GPU at `index`, counted from 0.
  ///
  /// What is compiled for it is kept on disk for other processes: in the folder that `NEREID_CACHE`
  /// in the environment names, otherwise in `nereid` in the user's folder for caches, and not at
  /// all if `NEREID_CACHE` is `off`. `NEREID_CACHE_LIMIT` says how much room there is, such as
  /// `256MiB`.
  ///
  /// - Parameter assembler: what makes machine code of a kernel's PTX.
  /// - Throws: a `DeviceError` that says what is missing: the driver, the GPU or the assembler.
  public convenience init(
    _ index: Int = 0, assembler: KernelAssembler = .standard
  ) throws(DeviceError) {
    try self.init(index, driver: Driver.standardPath, toolchain: try .standard(assembler))
  }

  /// The GPU at `index` of the driver in the library at `path`.
  package convenience init(
    _ index: Int, driver path: String, toolchain: KernelToolchain = KernelToolchain()
  ) throws(DeviceError) {
    let driver = try DeviceError.reporting { () throws(DriverError) in try Driver(path: path) }
    let count = try DeviceError.reporting { () throws(DriverError) in try driver.deviceCount }
    guard index >= 0, index < count else {
      throw DeviceError(
        "there is no GPU \(index): the driver has \(count), counted from 0")
    }
    try self.init(.cuda(try CUDAEngine(driver, device: index)), toolchain: toolchain)
  }

  /// An emulated GPU, whose memory is the host's and whose launches end before they return.
  public static func emulated() throws(DeviceError) -> GPU {
    try emulated(toolchain: KernelToolchain())
  }

  /// An emulated GPU whose kernels `toolchain` makes.
  package static func emulated(toolchain: KernelToolchain) throws(DeviceError) -> GPU {
    try GPU(.emulator(EmulatorEngine()), toolchain: toolchain)
  }

  /// The emulated GPU of `engine`.
  package static func emulated(by engine: EmulatorEngine) throws(DeviceError) -> GPU {
    try GPU(.emulator(engine), toolchain: KernelToolchain())
  }

  init(_ engine: Engine, toolchain: KernelToolchain) throws(DeviceError) {
    self.engine = engine
    limits = engine.limits
    self.toolchain = toolchain
    defaultStream = try engine.makeStream()
  }

  deinit {
    // Code must not be unloaded under a kernel that runs.
    try? engine.synchronize()
  }

  /// What messages call it: `GPU 0 (NVIDIA H200)`.
  public var name: String { engine.name }

  /// The machine that kernels are compiled for, `sm_90a`.
  public var target: String { "\(engine.target)" }

  /// Waits for all that it was given to do.
  ///
  /// - Throws: what went wrong in a kernel since the last wait.
  public func synchronize() throws(DeviceError) { try engine.synchronize() }

  /// Unloads every kernel, after all that the GPU was given to do; a later launch makes or reads
  /// anew what it takes.
  public func unloadKernels() throws(DeviceError) {
    try synchronize()
    kernels.removeAll()
  }

  /// The kernels that it got, in order, each with the reason why and where it came from.
  public var compilations: [KernelCompilation] { kernels.compilations }
}

extension GPU: Hashable {
  /// Whether `lhs` and `rhs` are one object.
  public static func == (lhs: GPU, rhs: GPU) -> Bool { lhs === rhs }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
