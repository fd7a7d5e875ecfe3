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

  /// The same with one flag more.
  func with(_ flag: WritableKeyPath<BenchConfiguration, Bool>) -> BenchConfiguration {
    var copy = self
    copy[keyPath: flag] = true
    return copy
  }

  /// The flags that are set, as the kernels call them.
  var variant: String {
    [
      (readsWeightsFirst, "readsWeightsFirst"), (isPersistent, "isPersistent"),
      (readsAhead, "readsAhead"),
    ].filter(\.0).map(\.1).joined(separator: ", ")
  }
}
