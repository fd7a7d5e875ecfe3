/// Finds where the ways of lanes that a branch separated meet again: the immediate post-dominators
/// of the branches of a function.
enum ReconvergencePoints {
  /// Fills `program.reconvergence` for the instructions in `range`, one function. -1 stands for the
  /// end of the function.
  static func find(in range: Range<Int>, of program: inout ProgramDecoder) {
    let count = range.count
    // Number `count` is the end of the function.
    var successors: [[Int]] = []
    for pc in range { successors.append(Self.successors(of: pc, in: range, program.code)) }
    var predecessors: [[Int]] = Array(repeating: [], count: count + 1)
    for (node, targets) in successors.enumerated() {
      for target in targets { predecessors[target].append(node) }
    }
    // Order in which the end comes first, by a search backwards.
    var order: [Int] = []
    var state = Array(repeating: UInt8(0), count: count + 1)
    var stack: [(node: Int, next: Int)] = [(count, 0)]
    state[count] = 1
    while let (node, next) = stack.last {
      if next < predecessors[node].count {
        stack[stack.count - 1].next += 1
        let predecessor = predecessors[node][next]
        if state[predecessor] == 0 {
          state[predecessor] = 1
          stack.append((predecessor, 0))
        }
      } else {
        order.append(node)
        stack.removeLast()
      }
    }
    order.reverse()
    var position = Array(repeating: -1, count: count + 1)
    for (index, node) in order.enumerated() { position[node] = index }
    // Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", on the reversed graph.
    var dominator = Array(repeating: -1, count: count + 1)
    dominator[count] = count
    var changed = true
    while changed {
      changed = false
      for node in order.dropFirst() {
        var best = -1
        for successor in successors[node] where dominator[successor] >= 0 {
          best = best < 0 ? successor : intersect(best, successor, dominator, position)
        }
        if best >= 0, dominator[node] != best {
          dominator[node] = best
          changed = true
        }
      }
    }
    for (node, _) in range.enumerated() {
      let target = dominator[node]
      program.reconvergence.append(
        target < 0 || target == count ? -1 : Int32(range.lowerBound + target))
    }
  }

  private static func intersect(
    _ first: Int, _ second: Int, _ dominator: [Int], _ position: [Int]
  ) -> Int {
    var (first, second) = (first, second)
    while first != second {
      while position[first] > position[second] { first = dominator[first] }
      while position[second] > position[first] { second = dominator[second] }
    }
    return first
  }

  /// The numbers within the function of what may follow the instruction at `pc`.
  static func successors(
    of pc: Int, in range: Range<Int>, _ code: [DecodedInstruction]
  ) -> [Int] {
    let instruction = code[pc]
    let next = pc + 1 - range.lowerBound
    let isConditional = instruction.condition != 0
    switch instruction.operation {
    case .control(.branch):
      let target = Int(instruction.value) - range.lowerBound
      return isConditional ? [target, next] : [target]
    case .control(.ret): return isConditional ? [range.count, next] : [range.count]
    case .control(.exit), .control(.trap):
      // Lanes that end are waited for nowhere, so that the others may meet behind.
      return isConditional ? [next] : [range.count]
    default: return [next]
    }
  }
}
