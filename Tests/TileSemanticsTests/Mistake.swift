import Testing
import TileSemantics

/// Something that the language does not offer, and what the error says about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let message: String
  let types: [String]
  let make: @Sendable (inout TileBuilder, [Operand]) throws -> Void

  init(
    _ message: String, _ types: [String] = [],
    _ make: @escaping @Sendable (inout TileBuilder, [Operand]) throws -> Void
  ) {
    self.message = message
    self.types = types
    self.make = make
  }

  var testDescription: String { message }

  /// What the error says, or what happened instead of one.
  func found() -> String {
    var builder = TileBuilder()
    do {
      let parameters = try builder.beginFunction("kernel", parameters: types.map(parameter))
      try make(&builder, parameters)
      return "no error"
    } catch let error as SemanticError {
      return error.message
    } catch {
      return "\(error)"
    }
  }
}
