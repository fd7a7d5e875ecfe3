import Support

extension Module {
  /// How many broken rules are reported before giving up.
  public static let diagnosticLimit = 100

  /// The rules that this module breaks, in the order of the operations; empty if it is well formed.
  ///
  /// Every stage may assume a module for which this is empty.
  public borrowing func verify() -> [Diagnostic] {
    var verifier = Verifier(of: self)
    verifier.verifyRoot(of: self)
    for op in descendants(of: root) {
      verifier.verify(op, of: self)
      if verifier.found.count >= Self.diagnosticLimit { break }
    }
    return verifier.found
  }

  /// Throws the first rule that this module breaks.
  public borrowing func requireWellFormed() throws(Diagnostic) {
    if let first = verify().first { throw first }
  }
}

/// One walk over a module.
///
/// For each operation the checks go from the outside in: counts and attributes first, so that the
/// operation's view can be read; then its types; then where it stands and what it uses.
struct Verifier {
  private(set) var found: [Diagnostic] = []
  private let dominance: Dominance

  init(of module: borrowing Module) { dominance = Dominance(of: module) }

  mutating func verify(_ op: OpID, of module: borrowing Module) {
    guard verifyCounts(of: op, in: module), verifyAttributes(of: op, in: module) else { return }
    let broken = found.count
    verifyPlace(of: op, in: module)
    verifyBlocks(of: op, in: module)
    guard broken == found.count else { return }
    verifyOperands(of: op, in: module)
    verifyTypes(of: op, in: module)
  }

  mutating func verifyRoot(of module: borrowing Module) {
    var names: Set<String> = []
    for op in module.ops(in: module.body) {
      guard module.opcode(of: op) == .function else {
        report("must stand in a function", at: op, in: module)
        continue
      }
      guard let name = module.attribute(Function.nameAttribute, of: op)?.stringValue else {
        continue
      }
      if !names.insert(name).inserted {
        report("function @\(name) is defined twice", at: op, in: module)
      }
    }
  }

  mutating func report(_ message: String, at op: OpID, in module: borrowing Module) {
    let name = module.info(of: op).name
    found.append(module.diagnostic("\(name): \(message)", at: op))
  }
}

// MARK: - Counts and attributes

extension Verifier {
  /// - Returns: whether the counts are such that a view of `op` may be read.
  private mutating func verifyCounts(of op: OpID, in module: borrowing Module) -> Bool {
    let info = module.info(of: op)
    let counts = [
      ("operand", module.operandCount(of: op), info.operands),
      ("result", module.resultCount(of: op), info.results),
      ("region", module.regionCount(of: op), info.regions),
    ]
    for (what, count, allowed) in counts where !allowed.contains(count) {
      let found = count == 1 ? "1 \(what)" : "\(count) \(what)s"
      report("has \(found), expected \(words(for: allowed))", at: op, in: module)
      return false
    }
    return verifySegments(of: op, in: module)
  }

  /// Checks the sizes of the groups of operands, where there are some.
  private mutating func verifySegments(of op: OpID, in module: borrowing Module) -> Bool {
    guard let allowed = module.opcode(of: op).segments else { return true }
    let sizes = module.segments(of: op)
    let count = module.operandCount(of: op)
    let fits =
      sizes.count == allowed.count
      && zip(sizes, allowed).allSatisfy { $1.contains($0) && $0 <= count }
      && sizes.reduce(0, +) == count
    if fits { return true }
    let words = allowed.map { self.words(for: $0) }.joined(separator: ", ")
    report(
      "\(OpInfo.segmentsName) are \(sizes) for \(count) operands, expected \(words)",
      at: op, in: module)
    return false
  }

  private func words(for allowed: ClosedRange<Int>) -> String {
    if allowed.lowerBound == allowed.upperBound { return "\(allowed.lowerBound)" }
    if allowed.upperBound == OpInfo.any.upperBound { return "at least \(allowed.lowerBound)" }
    return "\(allowed.lowerBound) to \(allowed.upperBound)"
  }

  /// - Returns: whether every attribute with a meaning is there and of its kind.
  private mutating func verifyAttributes(of op: OpID, in module: borrowing Module) -> Bool {
    let list = module.attributes(of: op)
    for rule in module.info(of: op).attributes {
      guard let value = list[rule.name] else {
        if rule.isRequired {
          report("needs attribute '\(rule.name)': \(rule.kind.words)", at: op, in: module)
          return false
        }
        continue
      }
      if let expected = rule.mismatch(with: value) {
        report("attribute '\(rule.name)' must be \(expected)", at: op, in: module)
        return false
      }
    }
    return true
  }
}

// MARK: - Place

extension Verifier {
  private mutating func verifyPlace(of op: OpID, in module: borrowing Module) {
    let isFunction = module.opcode(of: op) == .function
    if isFunction, module.parent(of: op) != module.root {
      report("must stand directly in the module", at: op, in: module)
    }
    let isTerminator = module.traits(of: op).contains(.terminator)
    if isTerminator, module.next(after: op) != nil {
      report("must be the last operation of its block", at: op, in: module)
    }
    guard let region = module.block(of: op).map({ module.region(of: $0) }) else { return }
    for successor in module.successors(of: op) where module.region(of: successor) != region {
      report("goes on in a block of another region", at: op, in: module)
    }
    if let entry = module.firstBlock(of: region), module.successors(of: op).contains(entry) {
      report("goes back to the entry block of its region", at: op, in: module)
    }
  }

  /// What all blocks of `op` must be like.
  private mutating func verifyBlocks(of op: OpID, in module: borrowing Module) {
    if module.opcode(of: op) == .module { return }
    for region in module.regions(of: op) {
      let blocks = module.blocks(in: region)
      if blocks.count > 1, !module.opcode(of: op).mayHaveSeveralBlocks {
        report("has a region of \(blocks.count) blocks, expected 1", at: op, in: module)
      }
      for block in blocks where module.terminator(of: block) == nil {
        report("has a block that does not end with a terminator", at: op, in: module)
      }
    }
  }
}

extension Opcode {
  /// The regions of the operation may branch between blocks.
  fileprivate var mayHaveSeveralBlocks: Bool {
    switch self {
    case .function, .mapElementwise, .warpSpecialize: true
    default: false
    }
  }

  /// How many operands each group may have; `nil` if the operands do not fall into groups.
  fileprivate var segments: [ClosedRange<Int>]? {
    switch self {
    case .dotScaled: [1...1, 1...1, 1...1, 0...1, 0...1]
    case .conditionalBranch: [1...1, OpInfo.any, OpInfo.any]
    default: nil
    }
  }
}

// MARK: - Operands and types

extension Verifier {
  private mutating func verifyOperands(of op: OpID, in module: borrowing Module) {
    for position in 0..<module.operandCount(of: op) {
      let operand = module.operand(position, of: op)
      if !dominance.reaches(operand, op, in: module) {
        let name = module.name(of: operand)
        report(
          "operand \(name.isEmpty ? "\(position)" : "%\(name)") is not defined here",
          at: op, in: module)
      }
    }
  }

  private mutating func verifyTypes(of op: OpID, in module: borrowing Module) {
    var messages: [String] = []
    switch module.info(of: op).rules {
    case .elementwise(let kind):
      module.verifyElementwise(op, kind) { messages.append($0) }
    case .conversion(let from, let to, let width):
      module.verifyConversion(op, from, to, width) { messages.append($0) }
    case .declared(let type):
      type.init(reading: op, of: module).verify(op, in: module) { messages.append($0) }
    }
    for message in messages { report(message, at: op, in: module) }
  }
}

extension Module {
  fileprivate func verifyElementwise(_ op: OpID, _ kind: ElementKind, report: (String) -> Void) {
    let type = resultType(of: op)
    guard let element = type.element, kind.contains(ElementKind(of: element)) else {
      return report("cannot work on \(type), expected \(kind.words) elements")
    }
    for position in 0..<operandCount(of: op) {
      let found = self.type(of: operand(position, of: op))
      if found != type { report("operand has type \(found), expected \(type)") }
    }
  }

  fileprivate func verifyConversion(
    _ op: OpID, _ fromKind: ElementKind, _ toKind: ElementKind, _ width: OpInfo.WidthRule,
    report: (String) -> Void
  ) {
    let (from, to) = (type(of: operand(0, of: op)), resultType(of: op))
    guard let source = from.element, let target = to.element,
      fromKind.contains(ElementKind(of: source)), toKind.contains(ElementKind(of: target))
    else {
      return report(
        "cannot convert \(from) to \(to), expected \(fromKind.words) to \(toKind.words)")
    }
    if from.shape != to.shape {
      return report("cannot convert \(from) to \(to), expected a type of the same shape")
    }
    // An operation that takes everything reads bits anew; an address has no bits to read.
    if fromKind == .any, source.isPointer != target.isPointer {
      return report("cannot convert \(from) to \(to), expected numbers or pointers on both sides")
    }
    switch width {
    case .widening where target.bitWidth <= source.bitWidth:
      report("cannot convert \(from) to \(to), expected a wider type")
    case .narrowing where target.bitWidth >= source.bitWidth:
      report("cannot convert \(from) to \(to), expected a narrower type")
    case .sameWidth where target.bitWidth != source.bitWidth:
      report("cannot convert \(from) to \(to), expected a type of as many bits")
    case .sameWidth
    where fromKind == toKind && source.pointer?.addressSpace != target.pointer?.addressSpace:
      report("cannot convert \(from) to \(to), expected pointers into the same memory")
    default: break
    }
  }
}
