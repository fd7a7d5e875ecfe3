/// The rounds of shuffles that move a tile between layouts within each warp, one shuffle for each
/// register of the destination.
///
/// In a round each lane receives one element and each lane sends from one register, which may be
/// another in each lane: registers are chosen by selects before and after the shuffle. All indices
/// are linear in the lane up to a constant of the round, so a select goes by single bits of the
/// lane.
public struct WarpShuffles: Hashable, Sendable {
  /// From a lane to the register that it receives in round 0.
  public let receivedRegisters: BitMatrix
  /// From a lane to the lane that it receives from in round 0.
  public let sourceLanes: BitMatrix
  /// From a lane to the register that it sends in round 0.
  public let sentRegisters: BitMatrix
  /// What is xored to these in each round, as many as the destination has registers.
  public let rounds: [Round]

  /// The constants of a round.
  public struct Round: Hashable, Sendable {
    /// Xored to the register that a lane receives.
    public let receivedRegister: Int
    /// Xored to the lane that a lane receives from.
    public let sourceLane: Int
    /// Xored to the register that a lane sends.
    public let sentRegister: Int
  }

  /// The shuffles for `conversion`, or nil if it needs shared memory, treats warps differently,
  /// fills registers that repeat others, or takes more elements from a lane than there are rounds.
  public init?(for conversion: LayoutConversion) {
    let map = conversion.map
    guard conversion.means <= .shuffles, map.isTrivial(over: .warp), map.isTrivial(over: .block)
    else { return nil }
    let registerBits = map.columns(of: .register).count
    let laneBits = map.columns(of: .lane).count
    let places: [Dimension] = [.register, .lane]
    let moves = map.restricted(toInputs: places, outputs: places)
      .withInputs(inOrder: places).withOutputs(inOrder: places).matrix
    let sourceRegisterBits = moves.rowCount - laneBits
    let sourceLane = { (place: UInt64) in moves(place) >> UInt64(sourceRegisterBits) }
    let sourceRegister = { (place: UInt64) in moves(place) & .lowBits(sourceRegisterBits) }

    // A round is a coset of a space that has one place for each lane on both sides: it shares
    // nothing with the places of lane 0, of the destination or of the source, beyond those with one
    // element.
    let same = BitSpan(moves.kernel)
    let own = BitSpan((0..<registerBits).map { 1 << UInt64($0) })
    guard own.intersection(same).dimension == 0 else { return nil }
    let lanesOfSource = BitMatrix(
      rowCount: laneBits, columns: (0..<moves.columnCount).map { sourceLane(1 << UInt64($0)) })
    let all = BitSpan((0..<moves.columnCount).map { 1 << UInt64($0) })
    let round =
      BitSpan.complement(
        in: all.modulo(same), avoiding: own.modulo(same),
        and: BitSpan(lanesOfSource.kernel).modulo(same)) + same.basis
    guard round.count == laneBits else { return nil }

    // The place of a round by the lane that receives, and by the lane that sends.
    let space = BitMatrix(rowCount: moves.columnCount, columns: round)
    let receivers = BitMatrix(
      rowCount: laneBits, columns: round.map { $0 >> UInt64(registerBits) })
    let byReceiver = space * receivers.pseudoInverse
    let bySender = space * (lanesOfSource * space).pseudoInverse
    receivedRegisters = BitMatrix(
      rowCount: registerBits, columns: byReceiver.columns.map { $0 & .lowBits(registerBits) })
    sourceLanes = lanesOfSource * byReceiver
    let sent = BitMatrix(
      rowCount: sourceRegisterBits, columns: bySender.columns.map { sourceRegister($0) })
    sentRegisters = sent
    rounds = (0..<UInt64(1 << registerBits)).map { register in
      Round(
        receivedRegister: Int(register), sourceLane: Int(sourceLane(register)),
        sentRegister: Int(sent(sourceLane(register)) ^ sourceRegister(register)))
    }
  }
}
