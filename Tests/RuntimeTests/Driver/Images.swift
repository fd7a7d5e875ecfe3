/// Kernels that the fake driver carries out by their names.
enum Images {
  /// `out = x + y`, one element after another.
  static let add = ptx("add", ["u64", "u64", "u64", "u32"])
  /// `x += 1`
  static let increment = ptx("increment", ["u64", "u32"])
  /// Reads where nothing is.
  static let illegal = ptx("illegal", [])

  /// The text of a kernel called `name` whose parameters have `types` and that does what `body`
  /// says.
  static func ptx(_ name: String, _ types: [String], body: String = "ret;") -> [UInt8] {
    let parameters = types.enumerated().map { ".param .\($1) p\($0)" }.joined(separator: ", ")
    let head = ".version 8.0\n.target sm_90a\n.address_size 64\n"
    return Array("\(head).visible .entry \(name)(\(parameters)) { \(body) }\n".utf8)
  }
}
