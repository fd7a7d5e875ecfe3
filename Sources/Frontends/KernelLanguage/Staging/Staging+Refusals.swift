/// Says what is wrong with conditions that are numbers.
extension Staging {
  /// Refuses a number as the condition of an `if`.
  @available(*, unavailable, message: "a condition must be a Tile<Bool>; compare the tile with 0")
  public func branch<Element: NumericElement>(
    _ condition: Tile<Element>, _ variables: @autoclosure () -> [Variable]
  ) -> StagedBranch { StagedBranch(trace, .known(false), []) }

  /// Refuses a number as the condition of a `guard`.
  @available(*, unavailable, message: "a condition must be a Tile<Bool>; compare the tile with 0")
  public func branchUnless<Element: NumericElement>(
    _ condition: Tile<Element>, _ variables: @autoclosure () -> [Variable]
  ) -> StagedBranch { StagedBranch(trace, .known(false), []) }

  /// Refuses a number as the condition of a `while`.
  @available(*, unavailable, message: "a condition must be a Tile<Bool>; compare the tile with 0")
  public func whileLoop<Element: NumericElement>(
    _ condition: @escaping () -> Tile<Element>, _ variables: @autoclosure () -> [Variable],
    until: @escaping () -> [StagedBool] = { [] }
  ) -> StagedWhileLoop {
    StagedWhileLoop(trace, { .known(false) }, nil, until: until, testsFirst: true)
  }
}
