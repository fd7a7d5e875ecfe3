import KernelLanguage
import PTX
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
    var staging = try BufferStaging(self, on: gpu, mayCopy: mayCopy)
    let printed: [String]
    do throws(DeviceError) {
      printed = try ParameterBlock.withValues(of: self, for: kernel, staging: staging) {
        parameters throws(DeviceError) in
        try kernel.code.launch(grid: grid, on: stream, parameters: parameters)
      }
      try staging.finish(stream)
    } catch {
      throw self.error(error)
    }
    return LaunchReport(
      printed: printed, findings: [], programs: grid.programCount, ignoredElements: 0)
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
    withKeyWords { words -> String? in
      guard let words else { return "a constant cannot be compared, so that each launch is traced" }
      if gpu.kernels.kernel(for: self, options: options, words: words) != nil { return nil }
      return gpu.kernels.reason(for: self, options: options, words: words)
    }
  }

  /// The kernel for this call, compiled and loaded if it is not there yet.
  func loadedKernel(on gpu: GPU, options: KernelOptions) throws(KernelError) -> LoadedKernel {
    let result = withKeyWords { words in
      Result { () throws(KernelError) -> LoadedKernel in
        guard let words else { return try kernelByText(on: gpu, options: options) }
        if let known = gpu.kernels.kernel(for: self, options: options, words: words) {
          return known
        }
        let start = ContinuousClock.now
        let kernel = try load(try module(for: gpu.traceTarget), on: gpu, options: options)
        return gpu.kernels.insert(
          kernel, for: self, options: options, words: words,
          duration: ContinuousClock.now - start)
      }
    }
    return try result.get()
  }

  /// The kernel for this call, whose constants say nothing about it until it is traced.
  private func kernelByText(
    on gpu: GPU, options: KernelOptions
  ) throws(KernelError) -> LoadedKernel {
    let start = ContinuousClock.now
    let module = try module(for: gpu.traceTarget)
    let text = "\(options.warps) \(info.name)\n\(module.text())"
    if let known = gpu.kernels.kernel(withText: text) { return known }
    let kernel = try load(module, on: gpu, options: options)
    gpu.kernels.insert(
      kernel, text: text, name: info.name, duration: ContinuousClock.now - start)
    return kernel
  }

  private func withKeyWords<Result>(
    _ body: (UnsafeBufferPointer<UInt64>?) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: KeyWords.capacity(self)) { words in
      guard let count = KeyWords.write(self, to: words) else { return body(nil) }
      return body(UnsafeBufferPointer(rebasing: words[..<count]))
    }
  }
}

extension GPU {
  /// What a kernel that asks what it is compiled for is told.
  fileprivate var traceTarget: TargetInfo {
    let number = Int(engine.target.number)
    return .cuda(number / 10, number % 10)
  }
}
