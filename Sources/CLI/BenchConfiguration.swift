/// One way to launch a kernel that the bench may choose.
struct BenchConfiguration {
  /// How many warps run one program.
  var warps: Int
  /// How many programs there are.
  var programs: Int
  /// Flags of the kernels. Those that take rows in turn read ahead.
  var readsWeightsFirst = false
  var isPersistent = false
  var readsAhead = false
  /// The size of the whole tiles of the kernels of rows that start anywhere; `nil` for the others.
  var tileSize: Int?
  /// How many rows their programs read ahead, and how many they work on.
  var rowsAhead = 0
  var rowsPerProgram = 1

  /// How many registers a thread takes at most; `nil` for as many as it needs.
  var registers: Int?

  /// The same with one flag more.
  func with(_ flag: WritableKeyPath<BenchConfiguration, Bool>) -> BenchConfiguration {
    var copy = self
    copy[keyPath: flag] = true
    return copy
  }

  /// The same with at most `registers` registers for each thread.
  func limited(to registers: Int) -> BenchConfiguration {
    var copy = self
    copy.registers = registers
    return copy
  }

  /// The flags that are set, as the kernels call them.
  var variant: String {
    [
      (readsWeightsFirst, "readsWeightsFirst"), (isPersistent, "isPersistent"),
      (readsAhead, "readsAhead"), (tileSize != nil, "unalignedRows, tileSize \(tileSize ?? 0)"),
      (rowsAhead > 0, "rowsAhead \(rowsAhead)"),
      (rowsPerProgram > 1, "rowsPerProgram \(rowsPerProgram)"),
      (registers != nil, "at most \(registers ?? 0) registers"),
    ].filter(\.0).map(\.1).joined(separator: ", ")
  }
}
