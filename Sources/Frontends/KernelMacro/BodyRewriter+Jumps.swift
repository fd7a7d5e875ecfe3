import SwiftSyntax

/// `return`, `break` and `continue`.
///
/// A jump stays Swift's own where no staged region lies between it and its target: the host knows
/// then that it is taken. Elsewhere it raises a flag and goes on at the end of its region.
extension BodyRewriter {
  /// Rewrites a `return` with or without a value.
  func rewriteReturn(_ node: ReturnStmtSyntax) {
    guard let value = node.expression else { return rewriteJump(node, .return) }
    guard let label = flaggedJump(node, .return) else {
      if value.isControlFlow { return walk(value) }
      return hoist(outOf: node) { walkRoot(value) }
    }
    if function.isClosure { return refuseEarlyReturn(.closureReturnsEarly, node) }
    if let type = function.result, type.isOpaque { return refuseEarlyReturn(.opaqueReturn, node) }
    if value.isControlFlow && !value.is(IfExprSyntax.self) {
      return diagnose(.switchReturnedEarly, at: node)
    }
    hoist(outOf: node) {
      let text = rendered(value.textRange) { walkRoot(value) }
      let opening: String
      if function.result == nil {
        opening = ""
      } else {
        function.storesResult = true
        opening = "__result ="
      }
      edits.replace(
        node.textRange,
        with: source.splitting(opening, before: value.textStart) + text
          + "; __returned = __k.flag(true); continue \(label)")
    }
  }

  /// Reports an early return; the returns that follow it are early in the same way.
  private func refuseEarlyReturn(_ diagnostic: KernelDiagnostic, _ node: ReturnStmtSyntax) {
    if !function.refusesEarlyReturn { diagnose(diagnostic, at: node) }
    function.refusesEarlyReturn = true
  }

  /// Rewrites a jump without a value.
  func rewriteJump(_ node: some SyntaxProtocol, _ jump: Jump) {
    guard let label = flaggedJump(node, jump), let flag = flag(of: jump) else { return }
    edits.replace(node.textRange, with: "\(flag.name) = __k.flag(true); continue \(label)")
  }

  /// The label of the region that a jump has to end, having raised its flag; nil if the jump is
  /// Swift's own, or an error was reported.
  private func flaggedJump(_ node: some SyntaxProtocol, _ jump: Jump) -> String? {
    guard let index = frames.lastIndex(where: { $0.isTarget(of: jump) }) else { return nil }
    let target = frames[index]
    let crossed = frames[(index + 1)...]
    let leavesTarget = if case .break = jump { true } else { false }
    let left = leavesTarget ? frames[index...] : crossed
    guard left.contains(where: { $0.stagedLabel != nil }) else { return nil }
    if left.contains(where: { $0.kind == .loop && $0.stagedLabel == nil }) {
      diagnose(.jumpOutOfHostLoop, at: node)
      return nil
    }
    guard let region = frames[index...].last(where: { $0.stagedLabel != nil })?.stagedLabel,
      let flag = flag(of: jump, to: target)
    else { return nil }
    raised.insert(flag)
    usedLabels.insert(region)
    return region
  }

  private func flag(of jump: Jump) -> JumpFlag? {
    guard let target = frames.last(where: { $0.isTarget(of: jump) }) else { return nil }
    return flag(of: jump, to: target)
  }

  private func flag(of jump: Jump, to target: Frame) -> JumpFlag? {
    switch jump {
    case .return: .returned
    case .break: .broken(target.number)
    case .continue: .continued(target.number)
    }
  }

  /// Reports a `fallthrough` that would leave a staged region.
  func refuseStagedFallthrough(_ node: FallThroughStmtSyntax) {
    let index = frames.lastIndex { $0.kind == .switchStatement } ?? 0
    if frames[index...].contains(where: { $0.stagedLabel != nil }) {
      diagnose(.stagedFallthrough, at: node)
    }
  }
}

extension TypeSyntax {
  /// Whether the type is `some P`.
  fileprivate var isOpaque: Bool {
    self.as(SomeOrAnyTypeSyntax.self)?.someOrAnySpecifier.tokenKind == .keyword(.some)
  }
}
