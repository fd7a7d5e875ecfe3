/// `gpu.barrier`
///
/// All threads of a program wait for each other.
public struct Barrier: Operation {
  public static let opcode = Opcode.barrier
  public static let info = OpInfo(
    "gpu.barrier", operands: 0...0, results: 0...0, traits: .hasEffects,
    declaredBy: Barrier.self)

  public init() {}
  public init(reading op: OpID, of module: borrowing Module) {}
  public var draft: OpDraft { OpDraft(.barrier) }
}
