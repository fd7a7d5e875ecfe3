import IR

/// Computes once before a loop what would be the same in each round.
///
///     scf.for … {                          %x = arith.muli %a, %b
///       %x = arith.muli %a, %b      ->     scf.for … {
///       use %x                               use %x
///     }                                    }
///
/// Hoists what may run although the loop does not (pure operations, but no integer division whose
/// divisor may be zero), and loads if the loop surely runs and nothing in it may write. Loops whose
/// `llvm.loop_annotation` disables this are left alone.
public struct HoistLoopInvariants: FunctionPass {
  public static let name = "licm"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    // Inner loops first, so that what leaves one may leave the next as well.
    for loop in module.descendants(of: function).reversed() where module.isHoistable(from: loop) {
      for op in module.opsRunInEachRound(of: loop) where module.isInvariant(op, in: loop) {
        module.move(op, to: .before(loop))
      }
    }
  }
}

extension Module {
  fileprivate func isHoistable(from op: OpID) -> Bool {
    guard opcode(of: op) == .for || opcode(of: op) == .while else { return false }
    guard case .opaque(let text)? = attribute("llvm.loop_annotation", of: op) else { return true }
    return !(text.contains("licm") && text.contains("disable = true"))
  }

  /// The operations directly in the regions of `loop`, in order.
  fileprivate func opsRunInEachRound(of loop: OpID) -> [OpID] {
    children(of: loop).filter { !traits(of: $0).contains(.terminator) }
  }

  /// `op` computes the same in each round of `loop`, and may run before it.
  fileprivate func isInvariant(_ op: OpID, in loop: OpID) -> Bool {
    guard isSpeculatable(op) || isSteadyRead(op, in: loop) else { return false }
    return ([op] + descendants(of: op)).allSatisfy { inner in
      operands(of: inner).allSatisfy { isDefined($0, inside: op) || !isDefined($0, inside: loop) }
    }
  }

  /// `op` reads memory that `loop` does not change, in every round that there is, and there is one.
  private func isSteadyRead(_ op: OpID, in loop: OpID) -> Bool {
    traits(of: op).contains(.readsMemory) && regionCount(of: op) == 0 && !mayWrite(op)
      && !mayWrite(loop) && surelyRuns(op, in: loop)
  }

  private func surelyRuns(_ op: OpID, in loop: OpID) -> Bool {
    if opcode(of: loop) == .while { return block(of: op) == onlyBlock(0, of: loop) }
    return tripCount(of: loop).map { $0 > 0 } ?? false
  }
}
