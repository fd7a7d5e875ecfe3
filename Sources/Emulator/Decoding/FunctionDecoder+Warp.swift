import PTX
import Support

extension FunctionDecoder {
  mutating func decodeWarp(_ root: String) throws(Diagnostic) -> DecodedInstruction {
    let type = lastType
    switch root {
    case "shfl":
      let operation: WarpOperation =
        has("up")
        ? .shuffleUp
        : has("down")
          ? .shuffleDown
          : has("bfly")
            ? .shuffleButterfly
            : .shuffleIndex
      var decoded = DecodedInstruction(.warp(operation))
      try setPair(&decoded, try operand(0))
      try setSource(&decoded, 0, try operand(1), as: .b32)
      try setSource(&decoded, 1, try operand(2), as: .b32)
      let clamp = try source(try operand(3), as: .b32).0
      try setSource(&decoded, 2, try operand(4), as: .b32)
      decoded.value = Int64(clamp)
      return decoded
    case "vote":
      let operation: WarpOperation =
        has("all") ? .voteAll : has("any") ? .voteAny : has("uni") ? .voteUniform : .voteBallot
      var decoded = DecodedInstruction(.warp(operation))
      if operation == .voteBallot {
        try setResult(&decoded, try operand(0))
      } else {
        decoded.result = try predicateResult(try operand(0))
      }
      decoded.a = try predicate(try operand(1))
      try setSource(&decoded, 2, try operand(2), as: .b32)
      return decoded
    case "match":
      var decoded = DecodedInstruction(.warp(has("any") ? .matchAny : .matchAll))
      decoded.type = type
      try setPair(&decoded, try operand(0))
      try setSource(&decoded, 0, try operand(1), as: type)
      try setSource(&decoded, 2, try operand(2), as: .b32)
      return decoded
    case "activemask":
      var decoded = DecodedInstruction(.warp(.activeMask))
      try setResult(&decoded, try operand(0))
      return decoded
    case "elect":
      var decoded = DecodedInstruction(.warp(.elect))
      try setPair(&decoded, try operand(0))
      try setSource(&decoded, 2, try operand(1), as: .b32)
      return decoded
    default:
      let operation: WarpOperation =
        has("add")
        ? .reduceAdd
        : has("min")
          ? .reduceMin
          : has("max")
            ? .reduceMax
            : has("and") ? .reduceAnd : has("or") ? .reduceOr : .reduceXor
      var decoded = DecodedInstruction(.warp(operation))
      decoded.type = type
      try setResult(&decoded, try operand(0))
      try setSource(&decoded, 0, try operand(1), as: type)
      try setSource(&decoded, 2, try operand(2), as: .b32)
      return decoded
    }
  }

  /// A result with a predicate beside it; what is absent is -1.
  private mutating func setPair(
    _ decoded: inout DecodedInstruction, _ operand: Operand
  ) throws(Diagnostic) {
    decoded.extra = -1
    decoded.result = -1
    switch operand {
    case .pair(let first, let second):
      if let first { try setResult(&decoded, .register(first)) }
      if let second { decoded.extra = try predicateResult(.register(second)) }
    case .sink: break
    default: try setResult(&decoded, operand)
    }
  }

  mutating func decodeMatrixMove(_ root: String) throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(
      root == "ldmatrix" ? .matrixLoad : root == "stmatrix" ? .matrixStore : .matrixMove)
    decoded.space = .shared
    setModifiers(&decoded)
    if root == "movmatrix" {
      try setResult(&decoded, try operand(0))
      try setSource(&decoded, 0, try operand(1), as: .b32)
      return decoded
    }
    let isLoad = root == "ldmatrix"
    try setAddress(&decoded, try operand(isLoad ? 1 : 0))
    let vector = try operand(isLoad ? 0 : 1)
    let elements: [Operand] = if case .vector(let list) = vector { list } else { [vector] }
    decoded.count = UInt8(elements.count)
    decoded.extra =
      isLoad
      ? try results(elements)
      : try list(elements) { (decoder, operand) throws(Diagnostic) in
        try decoder.source(operand, as: .b32).0
      }
    return decoded
  }

  /// `mma`: lists of D, A, B and C one behind the other.
  mutating func decodeProduct() throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(.matrixProduct)
    setModifiers(&decoded)
    guard
      let shape = words.first(where: { $0.first == "m" && $0.contains("n") && $0.contains("k") }),
      types.count == 4
    else { throw notEmulated() }
    let numbers = shape.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] == 8 else { throw notEmulated() }
    let (rows, depth) = (numbers[0], numbers[2])
    decoded.type = types[0]
    decoded.sourceType = types[1]
    // The rows and the depth, and the type of B, which may differ from that of A.
    decoded.value = Int64(rows) << 8 | Int64(depth)
    decoded.c = Int32(PTXType.allCases.firstIndex(of: types[2]) ?? 0)
    decoded.extra = Int32(program.lists.count)
    var places: [Int32] = []
    var counts: [Int] = []
    for position in 0..<4 {
      let vector = try operand(position)
      let elements: [Operand] = if case .vector(let list) = vector { list } else { [vector] }
      counts.append(elements.count)
      for element in elements {
        if position == 0 {
          guard case .register(let register) = element else { throw notEmulated() }
          places.append(destination(register))
        } else {
          places.append(try source(element, as: types[position]).0)
        }
      }
    }
    // How many registers D, A, B and C have.
    decoded.a = Int32(counts[0])
    decoded.b = Int32(counts[1])
    decoded.result = Int32(counts[2])
    decoded.count = UInt8(counts[3])
    program.lists += places
    return decoded
  }
}
