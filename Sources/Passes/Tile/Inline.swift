import IR
import Support

/// Puts the bodies of functions in the place of their calls.
///
///     %0 = tt.call @square(%x)
///                                        ->     %0 = arith.muli %x, %x
///     tt.func private @square(%a) {
///       %0 = arith.muli %a, %a
///       tt.return %0
///     }
///
/// Functions marked `noinline` stay calls. The body of a function with several blocks replaces a
/// call that stands directly in a function, whose block is split there. In a region, which may have
/// one block only, such a call stays. The functions themselves stay for `symbol-dce`.
public struct Inline: Pass {
  public static let name = "inline"

  public init() {}

  /// - Throws: if a function to be inlined calls itself.
  public func run(on module: inout Module) throws(Diagnostic) {
    for function in try module.calleesFirst() {
      for op in module.descendants(of: function) {
        guard let callee = module.inlinableCallee(of: op) else { continue }
        if let body = module.onlyBlock(0, of: callee) {
          module.spliceCopy(of: body, inPlaceOf: op)
        } else if module.parent(of: op) == function {
          module.inlineBlocks(of: callee, inPlaceOf: op, in: function)
        }
      }
    }
  }
}

// MARK: - Which calls

extension Module {
  /// The function whose body is to replace `op`, if `op` is a call of one.
  fileprivate func inlinableCallee(of op: OpID) -> OpID? {
    guard let call = view(op, as: Call.self), let callee = function(named: call.callee),
      let function = view(callee, as: Function.self), !function.isNoInline,
      !isEmpty(region(0, of: callee))
    else { return nil }
    return callee
  }

  /// The functions, each behind those that are inlined into it.
  fileprivate func calleesFirst() throws(Diagnostic) -> [OpID] {
    var order: [OpID] = []
    var state = SecondaryMap<OpID, Bool>()
    for function in functions { try visit(function, &order, &state) }
    return order
  }

  /// - Parameter state: false for a function whose callees are being visited, true for one in
  ///   `order`.
  private func visit(
    _ function: OpID, _ order: inout [OpID], _ state: inout SecondaryMap<OpID, Bool>
  ) throws(Diagnostic) {
    if state[function] != nil { return }
    state[function] = false
    for op in descendants(of: function) {
      guard let callee = inlinableCallee(of: op) else { continue }
      if state[callee] == false {
        let name = view(callee, as: Function.self)?.name ?? ""
        throw diagnostic("cannot inline @\(name), which calls itself", at: op)
      }
      try visit(callee, &order, &state)
    }
    state[function] = true
    order.append(function)
  }
}

// MARK: - Bodies

extension Module {
  /// Puts a copy of what `body` does in the place of the call `op`.
  fileprivate mutating func spliceCopy(of body: BlockID, inPlaceOf op: OpID) {
    var mapping = Dictionary(uniqueKeysWithValues: zip(parameters(of: body), operands(of: op)))
    for inner in ops(in: body) where !traits(of: inner).contains(.terminator) {
      let copy = clone(inner, at: .before(op), mapping: &mapping)
      noteCall(op, on: copy)
    }
    replace(op, with: yielded(by: body).map { mapping[$0] ?? $0 })
  }

  /// Puts copies of the blocks of `callee` in the place of the call `op`, between what stands
  /// before it and what stands behind it.
  fileprivate mutating func inlineBlocks(
    of callee: OpID, inPlaceOf op: OpID, in function: OpID
  ) {
    var mapping: [ValueID: ValueID] = [:]
    let copy = clone(callee, at: .end(of: body), mapping: &mapping)
    let blocks = blocks(in: region(0, of: copy))
    noteCall(op, on: copy)
    moveBlocks(from: region(0, of: copy), to: region(0, of: function))
    erase(copy)
    let rest = splitBlock(behind: op)
    for block in blocks { returnFrom(block, to: rest) }
    insert(
      Branch(to: blocks[0], arguments: operands(of: op)), at: .before(op), origin: origin(of: op))
    replace(op, with: Array(parameters(of: rest)))
  }

  /// Moves what stands behind `op` into a block of its own, with a parameter for each result of
  /// `op`.
  private mutating func splitBlock(behind op: OpID) -> BlockID {
    guard let block = block(of: op) else { preconditionFailure("a call stands in a block") }
    let rest = appendBlock(
      to: region(of: block), parameters: results(of: op).map { type(of: $0) })
    var current = next(after: op)
    while let moved = current {
      current = next(after: moved)
      move(moved, to: .end(of: rest))
    }
    return rest
  }

  /// Makes `block` go on in `rest` where it returned.
  private mutating func returnFrom(_ block: BlockID, to rest: BlockID) {
    guard let end = terminator(of: block), let values = view(end, as: Return.self)?.values else {
      return
    }
    insert(Branch(to: rest, arguments: values), at: .before(end), origin: origin(of: end))
    erase(end)
  }

  /// Says of `op` and what is in it that they come from where the call `call` stands.
  private mutating func noteCall(_ call: OpID, on op: OpID) {
    let caller = location(of: call)
    guard caller != .unknown else { return }
    for inner in [op] + descendants(of: op) {
      var origin = origin(of: inner)
      origin.location = intern(.callSite(callee: location(of: inner), caller: caller))
      setOrigin(of: inner, to: origin)
    }
  }
}
