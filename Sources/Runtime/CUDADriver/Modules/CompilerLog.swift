/// Room for what the driver's compiler says, and the options that hand it over.
struct CompilerLog: ~Copyable {
  private let errors: UnsafeMutableBufferPointer<CChar>
  private let notes: UnsafeMutableBufferPointer<CChar>
  private let names: UnsafeMutableBufferPointer<UInt32>
  private let values: UnsafeMutableBufferPointer<UInt>

  init(options: CompilerOptions) {
    errors = .allocate(capacity: Self.capacity)
    notes = .allocate(capacity: Self.capacity)
    errors.initialize(repeating: 0)
    notes.initialize(repeating: 0)
    let pairs: [(name: UInt32, value: UInt)] =
      [
        (Self.errorLog, UInt(bitPattern: errors.baseAddress)),
        (Self.errorLogByteCount, UInt(Self.capacity)),
        (Self.infoLog, UInt(bitPattern: notes.baseAddress)),
        (Self.infoLogByteCount, UInt(Self.capacity)),
        (Self.isVerbose, 1),
      ] + options.pairs
    names = .allocate(capacity: pairs.count)
    values = .allocate(capacity: pairs.count)
    _ = names.initialize(from: pairs.map(\.name))
    _ = values.initialize(from: pairs.map(\.value))
  }

  deinit {
    errors.deallocate()
    notes.deallocate()
    names.deallocate()
    values.deallocate()
  }

  /// How many options there are.
  var optionCount: UInt32 { UInt32(names.count) }
  /// Which options there are.
  var optionNames: ModuleSymbols.OptionNames { names.baseAddress }
  /// The value of each option.
  var optionValues: ModuleSymbols.OptionValues { values.baseAddress }

  /// What was wrong with the code.
  var errorText: String { Self.text(errors) }
  /// What else was said of it, as registers and spills.
  var infoText: String { Self.text(notes) }

  private static func text(_ bytes: UnsafeMutableBufferPointer<CChar>) -> String {
    var text = bytes.prefix { $0 != 0 }
    while let last = text.last, last == 10 || last == 32 { text.removeLast() }
    return String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// More is cut off by the driver.
  private static let capacity = 16384
  // `CU_JIT_INFO_LOG_BUFFER` and its neighbours.
  private static let infoLog: UInt32 = 3
  private static let infoLogByteCount: UInt32 = 4
  private static let errorLog: UInt32 = 5
  private static let errorLogByteCount: UInt32 = 6
  private static let isVerbose: UInt32 = 12
}
