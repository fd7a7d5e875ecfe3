import Compiler
import KernelLanguage
import PTX
import Support

extension KernelCall {
  /// A header in C that holds the kernel as PTX and launches it through the driver alone.
  ///
  /// What this call's arguments are multiples of, and which of them are 1, is taken for granted of
  /// every launch, and checked by it.
  ///
  /// - Parameter target: the machine, such as `sm_90a`.
  public func cHeader(
    for target: String = "sm_90a", options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> String {
    try embedded(for: target, options: options).cHeader
  }

  /// A file in Swift that holds the kernel as PTX and needs no compiler to launch it.
  ///
  /// What this call's arguments are multiples of, and which of them are 1, is taken for granted of
  /// every launch, and checked by it.
  ///
  /// - Parameter target: the machine, such as `sm_90a`.
  public func swiftSource(
    for target: String = "sm_90a", options: KernelOptions = KernelOptions()
  ) throws(KernelError) -> String {
    try embedded(for: target, options: options).swiftSource
  }

  private func embedded(
    for target: String, options: KernelOptions
  ) throws(KernelError) -> EmbeddedKernel {
    guard let machine = PTXTarget(name: target) else {
      throw error("'\(target)' is no target, expected one such as sm_90a")
    }
    let module = try module(for: machine.info)
    do throws(Diagnostic) {
      let kernel = try KernelToolchain.compileForLaunch(module, machine, options)
      return EmbeddedKernel(kernel, knownValues: knownValues)
    } catch {
      throw KernelError([error])
    }
  }

  /// The values that are constants in the kernel, by the places of their parameters.
  package var knownValues: [Int: UInt64] {
    var values: [Int: UInt64] = [:]
    var place = 0
    for argument in arguments {
      switch argument.value {
      case .none: continue
      case .number(let bits, _):
        if argument.specialization == .one { values[place] = bits }
        place += 1
      case .buffer: place += 1
      case .tensor(let tensor): place += 1 + 2 * tensor.shape.count
      }
    }
    return values
  }
}
