import KernelLanguage
import Support

extension KernelCall {
  /// Launches the kernel on `gpu`, and waits for it only if a buffer is on the host.
  func launch(
    _ grid: LaunchGrid, on gpu: GPU, stream: EngineStream, options: KernelOptions,
    mayCopy: Bool
  ) throws(KernelError) -> LaunchReport {
    try grid.requireLimits(gpu.limits.grid, for: self)
    // The driver refuses to launch nothing.
    if grid.isEmpty {
      return LaunchReport(printed: [], findings: [], programs: 0, ignoredElements: 0)
    }
    let kernel = try loadedKernel(on: gpu, options: options)
    let printed: [String]
    if words.place == .device(ObjectIdentifier(gpu)) || words.place == .nowhere {
      printed = try launch(kernel, grid, on: stream)
    } else {
      printed = try launchStaged(kernel, grid, on: gpu, stream: stream, mayCopy: mayCopy)
    }
    return LaunchReport(
      printed: printed, findings: [], programs: grid.programCount, ignoredElements: 0)
  }

  /// Launches `kernel`, whose buffers are all on its GPU.
  @inline(__always)
  private func launch(
    _ kernel: LoadedKernel, _ grid: LaunchGrid, on stream: EngineStream
  ) throws(KernelError) -> [String] {
    do throws(DeviceError) {
      return try words.withValues { values in
        Result { () throws(DeviceError) in
          try kernel.launch(grid: grid, on: stream, values: values)
        }
      }.get()
    } catch {
      throw self.error(error)
    }
  }

  /// Launches `kernel` with copies of the buffers that are on the host.
  private func launchStaged(
    _ kernel: LoadedKernel, _ grid: LaunchGrid, on gpu: GPU, stream: EngineStream, mayCopy: Bool
  ) throws(KernelError) -> [String] {
    var staging = try BufferStaging(self, on: gpu, mayCopy: mayCopy)
    let values = ParameterBlock.values(of: self, staging: staging)
    do throws(DeviceError) {
      let printed = try values.withUnsafeBufferPointer { values in
        Result { () throws(DeviceError) in
          try kernel.launch(grid: grid, on: stream, values: values)
        }
      }.get()
      try staging.finish(stream)
      return printed
    } catch {
      throw self.error(error)
    }
  }

  /// `error`, at its place in the kernel or else at the kernel's declaration.
  func error(_ error: DeviceError) -> KernelError {
    var diagnostic = diagnostic(error.description)
    if let position = error.position { diagnostic.position = position }
    return KernelError([diagnostic])
  }

  /// Why a launch on `gpu` would compile the kernel anew; `nil` if it would not.
  public func compilationReason(
    on gpu: GPU, options: KernelOptions = KernelOptions()
  ) -> String? {
    guard words.isComparable else {
      return "a constant cannot be compared, so that each launch is traced"
    }
    if gpu.kernels.kernel(for: self, options: options) != nil { return nil }
    return gpu.kernels.reason(for: self, options: options)
  }

  /// The kernel for this call, compiled and loaded if it is not there yet.
  @inline(__always)
  func loadedKernel(on gpu: GPU, options: KernelOptions) throws(KernelError) -> LoadedKernel {
    if words.isComparable, let known = gpu.kernels.kernel(for: self, options: options) {
      return known
    }
    return try newKernel(on: gpu, options: options)
  }

  /// The kernel for this call, which the table does not know.
  private func newKernel(on gpu: GPU, options: KernelOptions) throws(KernelError) -> LoadedKernel {
    guard words.isComparable else { return try kernelByText(on: gpu, options: options) }
    let start = ContinuousClock.now
    let module = try module(for: gpu.engine.target.info)
    let kernel = try load(module, on: gpu, options: options)
    return gpu.kernels.insert(
      kernel, for: self, options: options, duration: ContinuousClock.now - start)
  }

  /// The kernel for this call, whose constants say nothing about it until it is traced.
  private func kernelByText(
    on gpu: GPU, options: KernelOptions
  ) throws(KernelError) -> LoadedKernel {
    let start = ContinuousClock.now
    let module = try module(for: gpu.engine.target.info)
    let text = "\(options.warps) \(options.maximumRegisters ?? 0) \(info.name)\n\(module.text())"
    if let known = gpu.kernels.kernel(withText: text) { return known }
    let kernel = try load(module, on: gpu, options: options)
    gpu.kernels.insert(
      kernel, text: text, name: info.name, duration: ContinuousClock.now - start)
    return kernel
  }
}
