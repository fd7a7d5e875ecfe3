import IR
import Interpreter

/// Runs one operation on tiles that are loaded from memory.
///
/// A kernel is made of lines such as `%r = arith.addi %a, %b : TI`, in which `%a`, `%b`, … are the
/// inputs, `%r` is the result, `TI` stands for the type of the inputs and `TO` for that of the
/// result.
struct TestOperation {
  let lines: String
  let input: String
  let output: String

  init(_ lines: String, on input: String, to output: String? = nil) {
    (self.lines, self.input, self.output) = (lines, input, output ?? input)
  }

  /// The results for `inputs`, each of the same power of two of elements.
  func callAsFunction<In: FixedWidthInteger, Out: FixedWidthInteger>(
    _ inputs: [In]..., as type: Out.Type = Out.self
  ) throws -> [Out] {
    let count = inputs[0].count
    var launch = TestLaunch()
    for (position, numbers) in inputs.enumerated() {
      launch.buffer(numbers, name: "input\(position)")
    }
    let out = launch.buffer([Out](repeating: 0, count: count), name: "out")
    let names = ["a", "b", "c", "d"]
    var parameters = inputs.indices.map { "%p\($0): !tt.ptr<\(input)>" }
    parameters.append("%out: !tt.ptr<\(output)>")
    var body = "%i = tt.make_range {end = \(count) : i32, start = 0 : i32} : tensor<\(count)xi32>\n"
    func pointers(_ name: String, to element: String) -> String {
      let type = "tensor<\(count)x!tt.ptr<\(element)>>"
      return """
        %\(name)_s = tt.splat %\(name) : !tt.ptr<\(element)> -> \(type)
        %\(name)_q = tt.addptr %\(name)_s, %i : \(type), tensor<\(count)xi32>

        """
    }
    for position in inputs.indices {
      body += pointers("p\(position)", to: input)
      body += "%\(names[position]) = tt.load %p\(position)_q : tensor<\(count)x!tt.ptr<\(input)>>\n"
    }
    body +=
      lines.replacing("TI", with: "tensor<\(count)x\(input)>")
      .replacing("TO", with: "tensor<\(count)x\(output)>") + "\n"
    body += pointers("out", to: output)
    body += "tt.store %out_q, %r : tensor<\(count)x!tt.ptr<\(output)>>\n"
    try launch.run(
      "tt.func public @kernel(\(parameters.joined(separator: ", "))) {\n\(body)tt.return\n}")
    return launch.numbers(out, as: Out.self)
  }
}
