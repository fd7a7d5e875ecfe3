/// Names for a kernel and its parameters that another language allows.
struct EmbeddingNames {
  /// The kernel's name.
  let kernel: String
  /// The name of each parameter that a caller gives, no two alike.
  let parameters: [String]

  /// Names for `embedded`, none of which is in `reserved`.
  init(_ embedded: EmbeddedKernel, reserved: Set<String>) {
    kernel = Self.identifier(embedded.kernel.name, or: "kernel")
    var taken = reserved
    parameters = embedded.visibleParameters.enumerated().map { index, parameter in
      var name = Self.identifier(parameter.name, or: "argument\(index)")
      while !taken.insert(name).inserted { name += "_" }
      return name
    }
  }

  /// `name` with every character replaced that an identifier cannot have.
  private static func identifier(_ name: String, or other: String) -> String {
    let text = String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    guard let first = text.first, text.contains(where: { $0 != "_" }) else { return other }
    return first.isNumber ? "_" + text : text
  }
}
