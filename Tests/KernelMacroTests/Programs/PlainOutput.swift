/// What the plain programs emit.
///
/// One task uses it, which the compiler cannot see.
final class PlainOutput: @unchecked Sendable {
  /// The output of the plain program that the current task runs.
  @TaskLocal static var current: PlainOutput?

  /// The numbers emitted so far.
  var numbers: [Int] = []
}

extension PlainPrograms {
  /// The plain meaning of the toy's range, which is empty if `high` lies below `low`.
  static func range(_ low: Int, _ high: Int) -> Range<Int> { low..<max(low, high) }

  /// Appends `number` to what the plain program emits.
  static func emit(_ number: Int) { PlainOutput.current!.numbers.append(number) }
}
