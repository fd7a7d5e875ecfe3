import IR
import Support
import Testing
import TileSemantics

/// The operations that `body` writes into a function with parameters of `types`, one line each:
/// name, attributes that are numbers, result types; indented by the regions around them.
///
/// Types are written `f32`, `u8[64]`, `*f32`, `*i32[16,32]`. The module must be well formed.
func traced(
  _ types: [String], options: SemanticOptions = SemanticOptions(),
  _ body: (inout TileBuilder, [Operand]) throws -> Void
) throws -> [String] {
  var builder = TileBuilder(options: options)
  let parameters = try builder.beginFunction("kernel", parameters: types.map(parameter))
  try body(&builder, parameters)
  try builder.endFunction()
  let module = builder.finish()
  for diagnostic in module.verify() { Issue.record("\(diagnostic)") }
  let kernel = module.kernel
  let function = try #require(kernel)
  return lines(of: function, in: module, indent: "").dropLast()
}

/// What `body` yields when it writes into a function with parameters of `types`.
func built<Result>(
  _ types: [String], options: SemanticOptions = SemanticOptions(),
  _ body: (inout TileBuilder, [Operand]) throws -> Result
) throws -> Result {
  var result: Result?
  _ = try traced(types, options: options) { builder, parameters in
    result = try body(&builder, parameters)
  }
  return try #require(result)
}

/// The names of the operations in `lines`, without the terminator of the function.
func names(_ lines: [String]) -> [String] {
  lines.map { line in String(line.drop { $0 == " " }.prefix { $0 != " " }) }
}

/// The parameter that `text` describes.
func parameter(_ text: String) -> FunctionParameter {
  let isPointer = text.hasPrefix("*")
  let parts = text.drop { $0 == "*" }.split(separator: "[")
  let isUnsigned = parts[0].hasPrefix("u")
  let name = isUnsigned ? "i" + parts[0].dropFirst() : String(parts[0])
  let scalar = ScalarType(name: name) ?? .i1
  let element: ElementType = isPointer ? .pointer(PointerType(to: scalar)) : .scalar(scalar)
  let extents =
    parts.count > 1 ? parts[1].dropLast().split(separator: ",").compactMap { Int($0) } : []
  return FunctionParameter(
    "p", .of(Shape(extents) ?? .scalar, element), isUnsigned: isUnsigned)
}

private func lines(of parent: OpID, in module: borrowing Module, indent: String) -> [String] {
  var result: [String] = []
  for region in module.regions(of: parent) {
    let blocks = module.blocks(in: region)
    for block in blocks {
      if block != blocks.first { result.append(indent + "^block") }
      for op in module.ops(in: block) {
        result.append(indent + line(of: op, in: module))
        result += lines(of: op, in: module, indent: indent + "  ")
      }
    }
    if region != module.regions(of: parent).last { result.append(indent + "|") }
  }
  return result
}

private func line(of op: OpID, in module: borrowing Module) -> String {
  var text = module.info(of: op).name
  for entry in module.attributes(of: op).entries {
    switch entry.value {
    case .integer(let value, _): text += " \(entry.name)=\(value)"
    case .bool(let value): text += " \(entry.name)=\(value)"
    case .float(let bits, _): text += " \(entry.name)=0x\(String(bits, radix: 16))"
    case .unit: text += " \(entry.name)"
    case .denseArray(_, let values) where entry.name == "order": text += " order=\(values)"
    case .dense(let elements): text += " \(entry.name)=\(elements.bits)"
    default: break
    }
  }
  let types = module.results(of: op).map { module.type(of: $0).description }
  return types.isEmpty ? text : text + " : " + types.joined(separator: ", ")
}
