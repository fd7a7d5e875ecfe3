/// What executing an instruction does beside filling its results.
extension PTXOpcode {
  /// All threads of the warp, or of the warpgroup, execute it together.
  package var isAligned: Bool {
    // `bar` is the aligned form of `barrier` (PTX ISA 9.7.13.1).
    root == "bar" || isCollectiveByName || modifiers.contains("aligned")
  }

  /// Which threads execute it matters, so that it may not move across branches.
  package var isConvergent: Bool {
    isAligned || root == "barrier" || root == "activemask" || root == "call"
      || modifiers.contains("sync")
  }

  /// It ends a block of instructions: what follows runs only if a label or a guard lets it.
  package var isTerminator: Bool { ["bra", "ret", "exit", "trap"].contains(root) }

  /// It changes memory, waits, ends a thread or can be seen in another way than by its results.
  package var hasSideEffects: Bool {
    if isConvergent || isTerminator { return !["shfl", "vote", "match", "redux"].contains(root) }
    switch root {
    case "st", "atom", "red", "cp", "mbarrier", "membar", "fence", "prefetch", "prefetchu",
      "tensormap", "griddepcontrol", "nanosleep", "wgmma", "setmaxnreg", "discard", "brkpt":
      return true
    case "ld":
      let orders: Set = ["volatile", "relaxed", "acquire"]
      return modifiers.contains(where: orders.contains)
    default: return false
    }
  }

  /// It reads memory that others may have written.
  package var readsMemory: Bool {
    switch root {
    case "ld", "ldmatrix", "atom", "red", "cp", "wgmma": true
    default: false
    }
  }

  /// Collectives whose names need no word `aligned` (PTX ISA 9.7.16.4).
  private var isCollectiveByName: Bool { root == "mma" || root == "ldmatrix" || root == "stmatrix" }
}
