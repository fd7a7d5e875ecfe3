import Passes

extension Pipeline {
  /// Every pipeline that can be asked for by name.
  public static let all: [Pipeline] = [.tile, .ptx]

  /// The pipeline called `name`.
  public static func named(_ name: String) -> Pipeline? { all.first { $0.name == name } }

  /// What is done to every module before anything is decided about hardware.
  public static let tile = Pipeline(
    name: "tile",
    [
      // One function holds the whole kernel, so that everything below sees all of it.
      Inline(),
      EliminateDeadFunctions(),
      // No later stage knows pointers to tiles.
      RewriteTensorPointers(),
      // Constants, and arithmetic of front ends that check for overflow which nobody asked for.
      Canonicalize(),
      EliminateDeadCode(),
      // With constants known and dead users gone, more values have a single user.
      Combine(),
      // Scalars instead of tiles, before equal ones are looked for.
      ReorderBroadcasts(),
      Canonicalize(),
      EliminateCommonSubexpressions(),
      // Loops that repeat what does not change are smaller when they are repeated.
      HoistLoopInvariants(),
      EliminateDeadCode(),
      // The bodies' counters are constants or sums; what repetition makes equal is shared.
      UnrollLoops(),
      Canonicalize(),
      EliminateCommonSubexpressions(),
      EliminateDeadCode(),
    ])

  /// What is done before a kernel is laid out over the threads of a GPU.
  public static let ptx = Pipeline(
    name: "ptx",
    tile.passes + [
      // A thread knows pointers only.
      RewriteTensorDescriptors(),
      // Matrix instructions take no scales.
      DecomposeScaledDot(),
      // A tile that moves as a whole around a loop would take a register for each element.
      ScalarizeInductions(),
      // The arithmetic that this makes is shared, and taken out of loops.
      Canonicalize(),
      EliminateCommonSubexpressions(),
      HoistLoopInvariants(),
      EliminateDeadCode(),
    ])
}
