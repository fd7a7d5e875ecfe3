import IR

/// Which inexact arithmetic flows into each buffer that a kernel writes.
///
/// Follows values from the operations that compute them through loops, branches and calls to the
/// stores, and through the buffers themselves where a kernel reads what it has written. A comparison
/// ends the way: what follows from it is a decision, which no tolerance covers.
///
///     %a = arith.mulf %x, %y : bf16     // inexact in bf16, flows into %p
///     tt.store %p, %a : !tt.ptr<bf16>
///     %b = math.exp %z : f32            // inexact in f32, flows into %q
///     tt.store %q, %b : !tt.ptr<f32>
struct ArithmeticFlow {
  /// What is known of a value.
  struct Fact: Hashable {
    var profile = ArithmeticProfile()
    /// The buffers that the value may be an address in.
    var buffers: Set<Int> = []

    mutating func merge(_ other: Fact) {
      profile.merge(other.profile)
      buffers.formUnion(other.buffers)
    }
  }

  /// How many iterations a loop is taken to have where its bounds are not constants.
  static let assumedTripCount = 16

  /// What went into each buffer.
  private(set) var profiles: [Int: ArithmeticProfile] = [:]

  private var facts: [Fact]
  private let everyBuffer: Set<Int>
  private var hasChanged = true
  /// Whether all addresses have been followed: memory cannot be before.
  private var knowsTargets = false

  /// Follows the values of `module`.
  ///
  /// - Parameter buffers: the buffers that parameters of the kernel point into, by position.
  init(of module: borrowing Module, buffers: [Int: Int]) {
    facts = Array(repeating: Fact(), count: module.valueCount)
    everyBuffer = Set(buffers.values)
    if let kernel = module.kernel, let entry = module.firstBlock(of: module.region(0, of: kernel)) {
      for (position, parameter) in module.parameters(of: entry).enumerated() {
        if let buffer = buffers[position] { add(Fact(buffers: [buffer]), to: parameter) }
      }
    }
    settle(module)
    knowsTargets = true
    hasChanged = true
    settle(module)
  }

  private mutating func settle(_ module: borrowing Module) {
    let ops = module.descendants(of: module.root)
    // Ends because facts only grow, and there are finitely many.
    while hasChanged {
      hasChanged = false
      for op in ops { follow(op, in: module) }
    }
  }

  /// What is known of `value`.
  subscript(value: ValueID) -> Fact { facts[Int(value.index)] }

  /// The buffers that `pointer` may lead to: all of them if nothing is known of it.
  func targets(of pointer: ValueID) -> Set<Int> {
    guard knowsTargets else { return [] }
    return self[pointer].buffers.isEmpty ? everyBuffer : self[pointer].buffers
  }

  /// Adds `fact` to what is known of `value`.
  mutating func add(_ fact: Fact, to value: ValueID) {
    var merged = facts[Int(value.index)]
    merged.merge(fact)
    guard merged != facts[Int(value.index)] else { return }
    facts[Int(value.index)] = merged
    hasChanged = true
  }

  /// Adds `profile` to what went into the buffers that `pointer` may lead to.
  mutating func add(_ profile: ArithmeticProfile, behind pointer: ValueID) {
    for buffer in targets(of: pointer) {
      var merged = profiles[buffer] ?? ArithmeticProfile()
      merged.merge(profile)
      guard merged != profiles[buffer] else { continue }
      profiles[buffer] = merged
      hasChanged = true
    }
  }
}
