/// What an instruction with regions, or a call, does.
enum StructuredAction: Sendable {
  case call(function: Int)
  case loop(LoopCode)
  case conditional(whenTrue: Int?, whenFalse: Int?)
  case repetition(before: Int, after: Int)
  case warpSpecialize(regions: [Int])
  case reduce(Combination)
  case scan(Combination, isReverse: Bool)
  case mapElementwise(block: Int, pack: Int, count: Int)
}
