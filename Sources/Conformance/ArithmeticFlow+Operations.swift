import IR

/// What each operation does to the facts about its operands.
extension ArithmeticFlow {
  /// Adds what `op` makes of the facts about its operands.
  mutating func follow(_ op: OpID, in module: borrowing Module) {
    switch module.opcode(of: op) {
    case .load:
      var fact = read(through: module.operand(0, of: op))
      if module.operandCount(of: op) > 2 { fact.merge(self[module.operand(2, of: op)]) }
      add(fact, to: module.result(of: op))
    case .descriptorLoad, .descriptorGather:
      let fact = read(through: module.operand(0, of: op))
      add(fact, to: module.result(of: op))
    case .store, .descriptorStore:
      add(self[module.operand(1, of: op)].profile, behind: module.operand(0, of: op))
    case .descriptorScatter:
      add(self[module.operand(3, of: op)].profile, behind: module.operand(0, of: op))
    case .atomicRMW, .descriptorReduce: followUpdate(op, value: 1, in: module)
    case .atomicCAS: followUpdate(op, value: 2, in: module)
    case .cmpf, .cmpi:
      var fact = Fact()
      for operand in module.operands(of: op) {
        fact.profile.deviceRegister =
          fact.profile.deviceRegister ?? self[operand].profile.deviceRegister
      }
      add(fact, to: module.result(of: op))
    case .for, .if, .while, .condition, .yield, .branch, .conditionalBranch, .call, .return,
      .mapElementwise, .mapElementwiseReturn, .warpSpecialize, .warpYield, .reduceReturn,
      .scanReturn:
      for (source, target) in module.passedValues(at: op) { add(self[source], to: target) }
    case .reduce, .scan:
      for (source, target) in module.passedValues(at: op) { add(self[source], to: target) }
      let own = Fact(profile: ownProfile(of: op, in: module))
      for result in module.results(of: op) { add(own, to: result) }
    default:
      var fact = Fact()
      for operand in module.operands(of: op) { fact.merge(self[operand]) }
      if fact.profile.isInexact, module.isRounding(op) {
        fact.profile.note(module.resultType(of: op).scalar)
      }
      fact.profile.merge(ownProfile(of: op, in: module))
      for result in module.results(of: op) { add(fact, to: result) }
    }
  }

  /// What memory behind `pointer` holds. Addresses that it holds may lead anywhere.
  private func read(through pointer: ValueID) -> Fact {
    var fact = Fact()
    for buffer in targets(of: pointer) { fact.profile.merge(profiles[buffer] ?? .init()) }
    return fact
  }

  /// An operation that puts its operand at position `value` into memory, and yields what was there.
  private mutating func followUpdate(_ op: OpID, value: Int, in module: borrowing Module) {
    let pointer = module.operand(0, of: op)
    let source = module.operand(value, of: op)
    var profile = self[source].profile
    profile.merge(ownProfile(of: op, in: module))
    add(profile, behind: pointer)
    guard let result = module.results(of: op).first else { return }
    add(read(through: pointer), to: result)
  }

  /// What `op` itself adds, whatever its operands are.
  private func ownProfile(of op: OpID, in module: borrowing Module) -> ArithmeticProfile {
    var profile = ArithmeticProfile()
    switch module.opcode(of: op) {
    case .divf, .remf, .exp, .exp2, .log, .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .fma, .addf,
      .subf, .mulf, .preciseDivf, .preciseSqrt, .externElementwise:
      profile.note(module.results(of: op).first.flatMap { module.type(of: $0).scalar })
    case .elementwiseInlineAsm:
      let text = module.view(op, as: InlineAssembly.self)?.assembly ?? ""
      profile.deviceRegister = Self.deviceRegisters.first { text.contains($0) }
    case .dot:
      guard let dot = module.view(op, as: Dot.self), dot.type.isFloat else { break }
      let depth = module.type(of: dot.lhs).shape.extents.last ?? 1
      profile.note(dot.type.scalar)
      profile.lengthen(to: module.repetitions(of: op) * depth)
      profile.roundsOperands =
        module.type(of: dot.lhs).scalar == .f32 && dot.precision != .ieee
    case .dotScaled:
      guard let dot = module.view(op, as: DotScaled.self) else { break }
      let depth = 2 * (module.type(of: dot.lhs).shape.extents.last ?? 1)
      profile.note(.f32)
      profile.lengthen(to: module.repetitions(of: op) * depth)
    case .reduce, .scan:
      let source = module.type(of: module.operand(0, of: op))
      let axis = Int(module.attribute("axis", of: op)?.integerValue ?? 0)
      let combines = module.descendants(of: op).contains {
        ownProfile(of: $0, in: module).isInexact
      }
      if source.isFloat, axis < source.rank, combines {
        profile.lengthen(to: module.repetitions(of: op) * source.shape[axis])
      }
    case .atomicRMW, .descriptorReduce:
      let source = module.type(of: module.operand(1, of: op))
      guard source.isFloat else { break }
      profile.note(source.scalar)
      profile.lengthen(
        to: module.repetitions(of: op) * max(Self.assumedTripCount, source.shape.count))
    default: break
    }
    return profile
  }

  /// The registers that say where or when a program runs. One that is part of another's name stands
  /// behind it.
  private static let deviceRegisters = [
    "%smid", "%nsmid", "%warpid", "%nwarpid", "%gridid", "%globaltimer", "%clock64", "%clock",
  ]
}

extension Module {
  /// How often `op` runs for each time that its function does.
  fileprivate func repetitions(of op: OpID) -> Int {
    var count = 1
    var parent = parent(of: op)
    while let place = parent {
      if [.for, .while].contains(opcode(of: place)) { count *= ArithmeticFlow.assumedTripCount }
      parent = self.parent(of: place)
    }
    return count
  }

  /// `op` gives a float fewer bits.
  fileprivate func isRounding(_ op: OpID) -> Bool {
    guard [.truncf, .fpToFp].contains(opcode(of: op)),
      let from = type(of: operand(0, of: op)).scalar, let to = resultType(of: op).scalar
    else { return false }
    return to.bitWidth < from.bitWidth
  }
}
