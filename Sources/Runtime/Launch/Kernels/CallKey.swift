import KernelLanguage

/// What of a launch decides which compiled kernel it takes: everything but the values that the
/// kernel gets at run time.
///
/// Tasks share it: constants that are no simple values are only compared, never changed.
struct CallKey: @unchecked Sendable {
  /// The kernel.
  let info: KernelInfo
  /// How it is compiled.
  let options: KernelOptions
  /// The arguments' types and specialisations and the simple constants, as `CallWords` has them.
  let words: [UInt64]
  /// The constants that are no simple values, in order.
  let constants: [AnyHashable]

  /// The key of `call`.
  init(_ call: KernelCall, options: KernelOptions) {
    info = call.info
    self.options = options
    words = call.words.withKey { Array($0) }
    constants = call.constexprs.compactMap { $0.value as? AnyHashable }.filter {
      !ConstantWord.isSimple($0.base)
    }
  }

  /// Whether `call` with these options takes the same kernel. Allocates nothing unless a constant is
  /// no simple value.
  func matches(_ call: KernelCall, options: KernelOptions) -> Bool {
    guard info.line == call.info.line, options == self.options,
      call.words.withKey({ key in words.withUnsafeBufferPointer { key.elementsEqual($0) } })
    else { return false }
    guard info.name == call.info.name, info.file == call.info.file else { return false }
    // The words tell simple constants from others, so that they have said all if all are simple.
    if constants.isEmpty { return true }
    var next = constants.startIndex
    for constant in call.constexprs where !ConstantWord.isSimple(constant.value) {
      guard next < constants.endIndex, let value = constant.value as? AnyHashable,
        value == constants[next]
      else { return false }
      next += 1
    }
    return next == constants.endIndex
  }
}
