/// Recorded launches that are made again, several at a time.
public struct ConformanceSuite: Sendable {
  /// The launches in the order of their results.
  public var cases: [ConformanceCase]
  /// What makes a launch again and compares its results.
  public var runner: CaseRunner

  /// A suite of `cases`, each of which `runner` makes again.
  public init(cases: [ConformanceCase], runner: CaseRunner = CaseRunner()) {
    (self.cases, self.runner) = (cases, runner)
  }

  /// Runs all cases, `jobs` at a time, and returns their results in the order of the cases.
  ///
  /// - Parameter whenDone: called once for each case as it ends, in any order.
  public func run(
    jobs: Int, whenDone: @escaping @Sendable (CaseResult) -> Void = { _ in }
  ) async -> [CaseResult] {
    var results: [CaseResult?] = Array(repeating: nil, count: cases.count)
    await withTaskGroup(of: (Int, CaseResult).self) { group in
      var next = 0
      func start() {
        guard next < cases.count else { return }
        let (index, testCase) = (next, cases[next])
        next += 1
        group.addTask { (index, runner.run(testCase)) }
      }
      for _ in 0..<max(1, jobs) { start() }
      for await (index, result) in group {
        results[index] = result
        whenDone(result)
        start()
      }
    }
    return results.compactMap { $0 }
  }
}
