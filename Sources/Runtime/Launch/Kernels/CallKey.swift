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
  /// The arguments' types and specialisations and the simple constants, as `KeyWords` writes them.
  let words: [UInt64]
  /// The constants that are no simple values, in order.
  let constants: [AnyHashable]

  /// The key of `call`, whose words are `words`.
  init(_ call: KernelCall, options: KernelOptions, words: UnsafeBufferPointer<UInt64>) {
    info = call.info
    self.options = options
    self.words = Array(words)
    constants = call.constexprs.compactMap { $0.value as? AnyHashable }.filter {
      KeyWords.simple($0.base) == nil
    }
  }

  /// Whether `call` with these options and words takes the same kernel. Allocates nothing unless a
  /// constant is no simple value.
  func matches(
    _ call: KernelCall, options: KernelOptions, words: UnsafeBufferPointer<UInt64>
  ) -> Bool {
    guard info.line == call.info.line, options == self.options, words.count == self.words.count
    else { return false }
    for index in words.indices where words[index] != self.words[index] { return false }
    guard info.name == call.info.name, info.file == call.info.file else { return false }
    // The words tell simple constants from others, so that they have said all if all are simple.
    if constants.isEmpty { return true }
    var next = constants.startIndex
    for constant in call.constexprs where KeyWords.simple(constant.value) == nil {
      guard next < constants.endIndex, let value = constant.value as? AnyHashable,
        value == constants[next]
      else { return false }
      next += 1
    }
    return next == constants.endIndex
  }
}
