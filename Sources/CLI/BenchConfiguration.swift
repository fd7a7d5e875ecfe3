/// One way to launch a kernel that the bench may choose.
struct BenchConfiguration {
  /// How many warps run one program.
  var warps: Int
  /// How many programs there are.
  var programs: Int
}
