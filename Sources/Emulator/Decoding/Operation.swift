/// What a decoded instruction does: the family first, which the execution loop branches on.
enum Operation {
  /// One value from up to three, on whole warps at once.
  case vector(VectorOperation)
  /// One value from up to three, lane by lane.
  case lanewise(LaneOperation)
  /// A predicate from two values: `setp`.
  case compare(Comparison, Combination)
  /// The same for two pairs of 16-bit floats and two predicates.
  case comparePair(Comparison)
  /// A predicate from predicates.
  case predicate(PredicateOperation)
  /// A float is of a class: `testp`.
  case testClass(FloatClass)
  /// Registers become a wider one, or the other way round.
  case pack, unpack
  /// The clock, which differs at each reading.
  case readClock
  case load, loadParameter, store
  case atomic(AtomicOperation)
  case convertAddress, isInSpace
  case copyAsync, commitCopies, waitCopies
  case warp(WarpOperation)
  case matrixLoad, matrixStore, matrixMove
  case matrixProduct
  case barrier(BarrierOperation)
  case control(ControlOperation)
  /// Fences, prefetches and hints, which change nothing here.
  case nothing
}

/// Operations on predicates.
enum PredicateOperation: UInt8 { case and, or, xor, not, move }

/// What `testp` asks for.
enum FloatClass: String { case finite, infinite, number, notanumber, normal, subnormal }

/// How `setp` compares.
enum Comparison: String {
  case eq, ne, lt, le, gt, ge, lo, ls, hi, hs, equ, neu, ltu, leu, gtu, geu, num, nan
}

/// What `setp` does with a third predicate.
enum Combination: String { case none = "", and, or, xor }

/// Read-modify-write operations.
enum AtomicOperation: String { case add, min, max, inc, dec, and, or, xor, exch, cas }

/// Exchanges between the lanes of a warp.
enum WarpOperation: UInt8 {
  case shuffleUp, shuffleDown, shuffleButterfly, shuffleIndex
  case voteAll, voteAny, voteUniform, voteBallot
  case matchAny, matchAll, activeMask, elect, sync
  case reduceAdd, reduceMin, reduceMax, reduceAnd, reduceOr, reduceXor
}

/// Barriers of a block.
enum BarrierOperation: UInt8 { case sync, arrive, reducePopulation, reduceAnd, reduceOr }

/// What changes the order of instructions.
enum ControlOperation: UInt8 { case branch, call, callPrint, callAssert, ret, exit, trap }
