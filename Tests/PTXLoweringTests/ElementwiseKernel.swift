/// The text of a kernel that computes tiles from tiles, element by element.
struct ElementwiseKernel {
  /// One tile that is computed.
  struct Step {
    /// The types of the elements that are read.
    let inputs: [String]
    /// The type of the elements that are written.
    let output: String
    /// The operation, with `$0` for the first source and `$r` for the type of the result's tile and
    /// `$a`, `$b` for those of the sources.
    let operation: String

    init(_ inputs: [String], _ output: String, _ operation: String) {
      (self.inputs, self.output, self.operation) = (inputs, output, operation)
    }
  }

  /// How many elements one program computes.
  let count: Int
  let steps: [Step]

  /// Parameters are pointers: those of a step's sources, then that of its result.
  var text: String {
    var parameters: [String] = []
    var lines = [
      "%first = tt.get_program_id x : i32",
      "%count = arith.constant \(count) : i32",
      "%start = arith.muli %first, %count : i32",
      "%starts = tt.splat %start : i32 -> \(tile("i32"))",
      "%places = tt.make_range {end = \(count) : i32, start = 0 : i32} : \(tile("i32"))",
      "%range = arith.addi %starts, %places : \(tile("i32"))",
    ]
    for (number, step) in steps.enumerated() {
      var operation = step.operation
      for (index, type) in (step.inputs + [step.output]).enumerated() {
        let name = "\(number)_\(index)"
        parameters.append("%p\(name): !tt.ptr<\(type)>")
        let pointers = tile("!tt.ptr<\(type)>")
        lines.append("%s\(name) = tt.splat %p\(name) : !tt.ptr<\(type)> -> \(pointers)")
        lines.append(
          "%a\(name) = tt.addptr %s\(name), %range : \(pointers), \(tile("i32"))")
        if index < step.inputs.count {
          lines.append("%v\(name) = tt.load %a\(name) : \(pointers)")
          operation = operation.replacing("$\(index)", with: "%v\(name)")
        }
      }
      operation = operation.replacing("$r", with: tile(step.output))
      for (letter, type) in zip(["$a", "$b", "$c", "$d"], step.inputs) {
        operation = operation.replacing(letter, with: tile(type))
      }
      lines.append("%r\(number) = \(operation)")
      let name = "\(number)_\(step.inputs.count)"
      lines.append("tt.store %a\(name), %r\(number) : \(tile("!tt.ptr<\(step.output)>"))")
    }
    let body = (lines + ["tt.return"]).map { "    \($0)\n" }.joined()
    return """
      module {
        tt.func public @kernel(\(parameters.joined(separator: ", "))) {
      \(body)  }
      }
      """
  }

  private func tile(_ element: String) -> String { "tensor<\(count)x\(element)>" }
}
