import PTX
import Support

extension FunctionDecoder {
  mutating func decodeConversion() throws(Diagnostic) -> DecodedInstruction {
    let types = types
    if has("pack") {
      // cvt.pack.sat.T.s32 and, with a third source below the two, cvt.pack.sat.T.s32.b32.
      var decoded = try lanewise(
        types.count > 2 ? .packIntegers8 : .packIntegers16, .b32,
        sources: types.count > 2 ? 3 : 2)
      decoded.type = types[0]
      return decoded
    }
    guard types.count == 2 else { throw notEmulated() }
    let (result, from) = (types[0], types[1])
    let isFromFloat = Self.isFloat(from)
    switch (result, from) {
    case (.f16x2, .f32), (.bf16x2, .f32):
      return try conversion(.packFloats, result, from, sources: 2)
    case (.e4m3x2, .f32), (.e5m2x2, .f32):
      return try conversion(.pairToFloat8, result, from, sources: 2)
    case (.e4m3x2, .f16x2), (.e5m2x2, .f16x2):
      return try conversion(.pairToFloat8, result, from, sources: 1)
    case (.f16x2, .e4m3x2), (.f16x2, .e5m2x2):
      return try conversion(.float8ToPair, result, from, sources: 1)
    default: break
    }
    if isFromFloat, Self.isFloat(result) {
      let isIntegral = has("rni") || has("rzi") || has("rmi") || has("rpi")
      return try conversion(
        isIntegral ? .floatToIntegral : .floatToFloat, result, from, sources: 1)
    }
    if isFromFloat { return try conversion(.floatToInteger, result, from, sources: 1) }
    if Self.isFloat(result) { return try conversion(.integerToFloat, result, from, sources: 1) }
    return try conversion(.integerToInteger, result, from, sources: 1)
  }

  private mutating func conversion(
    _ operation: LaneOperation, _ result: PTXType, _ from: PTXType, sources: Int
  ) throws(Diagnostic) -> DecodedInstruction {
    var decoded = try lanewise(operation, from, sources: sources)
    decoded.type = result
    // How many sources there are tells pairs of 32-bit floats from one of 16-bit floats.
    decoded.value = Int64(sources)
    return decoded
  }

  mutating func decodeComparison() throws(Diagnostic) -> DecodedInstruction {
    guard let comparison = Comparison(rawValue: String(words[0])) else { throw notEmulated() }
    let combination = Combination(rawValue: String(words[1])) ?? .none
    let type = lastType
    let isPair = type.isPacked
    var decoded = DecodedInstruction(
      isPair ? .comparePair(comparison) : .compare(comparison, combination))
    decoded.type = type
    setModifiers(&decoded)
    decoded.extra = -1
    switch try operand(0) {
    case .pair(let first, let second):
      decoded.result = -1
      if let first { decoded.result = try predicateResult(.register(first)) }
      if let second { decoded.extra = try predicateResult(.register(second)) }
    case .sink: decoded.result = -1
    case let operand: decoded.result = try predicateResult(operand)
    }
    try setSource(&decoded, 0, try operand(1), as: type)
    try setSource(&decoded, 1, try operand(2), as: type)
    if combination != .none { decoded.c = try predicate(try operand(3)) }
    return decoded
  }

  mutating func decodeTest() throws(Diagnostic) -> DecodedInstruction {
    guard let kind = FloatClass(rawValue: String(words[0])) else { throw notEmulated() }
    var decoded = DecodedInstruction(.testClass(kind))
    decoded.type = lastType
    decoded.result = try predicateResult(try operand(0))
    try setSource(&decoded, 0, try operand(1), as: lastType)
    return decoded
  }

  mutating func decodeMove() throws(Diagnostic) -> DecodedInstruction {
    let type = lastType
    let (result, from) = (try operand(0), try operand(1))
    if case .vector(let elements) = from { return try pack(elements, into: result, type) }
    if case .vector(let elements) = result { return try unpack(from, into: elements, type) }
    if type == .pred {
      var decoded = DecodedInstruction(.predicate(.move))
      decoded.result = try predicateResult(result)
      if case .special(.isExplicitCluster) = from {
        decoded.a = 1
      } else {
        decoded.a = try predicate(from)
      }
      return decoded
    }
    if case .special(let register) = from {
      switch register {
      case .clock, .clockHigh, .clock64, .globalTimer:
        var decoded = DecodedInstruction(.readClock)
        decoded.type = register == .clockHigh ? .s64 : register.type
        try setResult(&decoded, result)
        return decoded
      default: break
      }
    }
    var decoded = DecodedInstruction(.lanewise(.move))
    decoded.type = type
    try setResult(&decoded, result)
    try setSource(&decoded, 0, from, as: type)
    return decoded
  }

  private mutating func pack(
    _ elements: [Operand], into result: Operand, _ type: PTXType
  ) throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(.pack)
    decoded.type = type
    guard let element = PTXType.bits(type.bitWidth / elements.count) else { throw notEmulated() }
    try setResult(&decoded, result)
    decoded.sourceType = element
    decoded.count = UInt8(elements.count)
    decoded.extra = try list(elements) { (decoder, operand) throws(Diagnostic) in
      try decoder.source(operand, as: element).0
    }
    if elements.count == 2 { (decoded.a, decoded.b) = pair(at: decoded.extra) }
    return decoded
  }

  private mutating func unpack(
    _ source: Operand, into elements: [Operand], _ type: PTXType
  ) throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(.unpack)
    decoded.type = type
    guard let element = PTXType.bits(type.bitWidth / elements.count) else { throw notEmulated() }
    try setSource(&decoded, 0, source, as: type)
    decoded.sourceType = element
    decoded.count = UInt8(elements.count)
    decoded.extra = try results(elements)
    if elements.count == 2 { (decoded.result, decoded.b) = pair(at: decoded.extra) }
    return decoded
  }

  /// The first two places of a list.
  private func pair(at start: Int32) -> (Int32, Int32) {
    (program.lists[Int(start)], program.lists[Int(start) + 1])
  }

  /// The start of a list of places.
  mutating func list(
    _ operands: [Operand],
    _ place: (inout FunctionDecoder, Operand) throws(Diagnostic) -> Int32
  ) throws(Diagnostic) -> Int32 {
    var places: [Int32] = []
    for operand in operands { places.append(try place(&self, operand)) }
    let start = Int32(program.lists.count)
    program.lists += places
    return start
  }

  /// The start of a list of places of results, -1 for one that is not wanted.
  mutating func results(_ operands: [Operand]) throws(Diagnostic) -> Int32 {
    try list(operands) { (decoder, operand) throws(Diagnostic) in
      switch operand {
      case .register(let register): decoder.destination(register)
      case .sink: -1
      default: throw decoder.error("result of '\(decoder.instruction.opcode.text)' is no register")
      }
    }
  }
}
