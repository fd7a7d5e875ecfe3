/// The sequences behind statements with a condition or a range.
extension Staging {
  /// The branches of an `if`: true, then false.
  public func branch(
    _ condition: some KernelCondition, _ variables: @autoclosure () -> [Variable]
  ) -> StagedBranch { StagedBranch(trace, condition.staged, variables()) }

  /// The branches of a `guard`: whether the condition fails, true, then false.
  public func branchUnless(
    _ condition: some KernelCondition, _ variables: @autoclosure () -> [Variable]
  ) -> StagedBranch { StagedBranch(trace, condition.staged.inverted, variables()) }

  /// What follows a jump: once, unless a flag is known to be raised.
  public func rest(
    unless flags: [StagedBool], _ variables: @autoclosure () -> [Variable]
  ) -> StagedRest {
    StagedRest(StagedBranch(trace, StagedBool.any(flags).inverted, variables()))
  }

  /// A loop over a range that the device counts through.
  public func loop<Index>(
    _ range: TileRange<Index>, _ variables: [Variable],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> StagedLoop<Index> { StagedLoop(trace, range, variables) }

  /// A loop over a sequence of the host, which is unrolled.
  public func loop<Base: Sequence>(
    _ base: Base, _ variables: @autoclosure () -> [Variable],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> UnrolledLoop<Base> { UnrolledLoop(base: base.makeIterator(), until: until) }

  /// A loop that tests its condition before each iteration.
  public func whileLoop<Condition: KernelCondition>(
    _ condition: @escaping () -> Condition, _ variables: @autoclosure () -> [Variable],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> StagedWhileLoop {
    StagedWhileLoop(
      trace, { condition().staged }, Condition.self == Bool.self ? nil : variables(),
      until: until, testsFirst: true,
      disablesInvariantMotion: Condition.self == UnmovedCondition.self)
  }

  /// A loop that tests its condition after each iteration.
  public func repeatLoop<Condition: KernelCondition>(
    _ condition: @escaping () -> Condition, _ variables: @autoclosure () -> [Variable],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> StagedWhileLoop {
    StagedWhileLoop(
      trace, { condition().staged }, Condition.self == Bool.self ? nil : variables(),
      until: until, testsFirst: false,
      disablesInvariantMotion: Condition.self == UnmovedCondition.self)
  }
}
