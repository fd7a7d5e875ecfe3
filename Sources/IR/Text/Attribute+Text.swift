extension Attribute {
  /// The attribute as textual IR writes it, with its type.
  public var text: String {
    switch self {
    case .unit: "unit"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value, let type): "\(value) : \(type)"
    case .float(let bits, let type): "\(FloatText(bits: bits, type: type).text) : \(type)"
    case .string(let value): value.quoted
    case .symbol(let name): "@" + name.symbolText
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .denseArray(let type, let values): denseArrayText(type, values)
    case .dense(let elements): "\(elements.text) : \(elements.type)"
    case .dictionary(let list): list.text
    case .type(let type): type.description
    case .functionType(let type): type.text
    case .opaque(let text): text
    }
  }

  private func denseArrayText(_ type: ScalarType, _ values: [Int64]) -> String {
    if values.isEmpty { return "array<\(type)>" }
    let words = values.map { type == .i1 ? ($0 == 0 ? "false" : "true") : String($0) }
    return "array<\(type): \(words.joined(separator: ", "))>"
  }
}

extension AttributeList {
  /// `{name = attribute, name}`
  var text: String {
    let parts = entries.map { entry in
      let name = entry.name.isWord ? entry.name : entry.name.quoted
      return entry.value == .unit ? name : "\(name) = \(entry.value.text)"
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension FunctionType {
  /// `(types) -> types`; one result that is no list stands alone.
  var text: String {
    let returned = results.count == 1 ? "\(results[0])" : results.listed
    return "\(parameters.listed) -> \(returned)"
  }
}

extension DenseElements {
  /// More elements than this are written as bytes.
  private static let listLimit = 100

  /// `dense<…>` without the type.
  var text: String {
    guard let scalar = type.scalar else { return "dense<>" }
    if let splat { return "dense<\(Self.text(of: splat, scalar))>" }
    if bits.count > Self.listLimit, scalar != .i1 { return "dense<\"\(bytes(scalar))\">" }
    var position = 0
    return "dense<\(list(from: 0, at: &position, scalar))>"
  }

  /// The elements from dimension `dimension` on in nested brackets.
  private func list(from dimension: Int, at position: inout Int, _ scalar: ScalarType) -> String {
    guard dimension < type.rank else {
      defer { position += 1 }
      return Self.text(of: bits[position], scalar)
    }
    var parts: [String] = []
    for _ in 0..<type.shape[dimension] {
      parts.append(list(from: dimension + 1, at: &position, scalar))
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// The bytes of all elements in hexadecimal, lowest first.
  private func bytes(_ scalar: ScalarType) -> String {
    var text = "0x"
    for value in bits {
      for byte in 0..<scalar.byteWidth {
        text += (value >> UInt64(8 * byte)).truncated(to: 8).hexadecimal(digits: 2)
      }
    }
    return text
  }

  private static func text(of bits: UInt64, _ scalar: ScalarType) -> String {
    if scalar == .i1 { return bits == 0 ? "false" : "true" }
    return scalar.isInteger
      ? "\(bits.signExtended(from: scalar.bitWidth))" : FloatText(bits: bits, type: scalar).text
  }
}
