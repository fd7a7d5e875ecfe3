import IR

extension Module {
  /// Loops that run never or once are replaced by what they do; values that a loop only carries
  /// around, or carries twice, are taken from outside, or once.
  mutating func simplifyFor(_ op: OpID) -> Bool {
    guard let loop = view(op, as: For.self), let body = onlyBlock(0, of: op) else { return false }
    switch tripCount(of: op) {
    case 0:
      replace(op, with: loop.initialValues)
    case 1:
      splice(body, inPlaceOf: op, arguments: [loop.lower] + loop.initialValues)
    default:
      if loop.initialValues.isEmpty { return false }
      let takesInvariants = takeInvariants(from: op, loop, body)
      return shareCarriedValues(of: op, loop, body) || takesInvariants
    }
    return true
  }

  /// A value that each round passes on unchanged is the initial value.
  private mutating func takeInvariants(from op: OpID, _ loop: For, _ body: BlockID) -> Bool {
    var isChanged = false
    for (position, initial) in loop.initialValues.enumerated() {
      let parameter = carried(position, in: body)
      let next = yielded(by: body)[position]
      let result = result(position, of: op)
      guard next == parameter || next == initial, isUsed(parameter) || isUsed(result) else {
        continue
      }
      substitute(parameter, by: initial)
      substitute(result, by: initial)
      isChanged = true
    }
    return isChanged
  }

  /// Two values that start equal and go on equal are one.
  private mutating func shareCarriedValues(of op: OpID, _ loop: For, _ body: BlockID) -> Bool {
    var isChanged = false
    for second in loop.initialValues.indices {
      for first in 0..<second where areTwins(first, second, loop, body) {
        let (kept, dropped) = (carried(first, in: body), carried(second, in: body))
        let (keptResult, droppedResult) = (result(first, of: op), result(second, of: op))
        guard isUsed(dropped) || isUsed(droppedResult) else { continue }
        substitute(dropped, by: kept)
        substitute(droppedResult, by: keptResult)
        isChanged = true
        break
      }
    }
    return isChanged
  }

  private func areTwins(_ first: Int, _ second: Int, _ loop: For, _ body: BlockID) -> Bool {
    let next = yielded(by: body)
    return areEqual(loop.initialValues[first], loop.initialValues[second])
      && next[first] == next[second]
  }

  /// The parameter behind the loop's counter that takes carried value number `position`.
  private func carried(_ position: Int, in body: BlockID) -> ValueID {
    let parameters = parameters(of: body)
    return parameters[parameters.startIndex + 1 + position]
  }

  /// A loop whose condition is false from the start runs only what computes the condition.
  mutating func simplifyWhile(_ op: OpID) -> Bool {
    guard let loop = view(op, as: While.self), let before = onlyBlock(0, of: op),
      let condition = yielded(by: before).first, constantBits(condition) == 0
    else { return false }
    splice(before, inPlaceOf: op, arguments: loop.initialValues, skipping: 1)
    return true
  }
}
