import IR
import Support
import Testing

struct AttributeTextTests {
  private func attribute(_ text: String, before: String = "") throws -> Attribute? {
    let module = try parse("\(before)\nmodule attributes {x = \(text)} {}")
    return module.attribute("x", of: module.root)
  }

  @Test(
    arguments: [
      ("unit", .unit), ("true", .bool(true)), ("-1 : i8", .integer(-1, .i8)),
      ("255 : i8", .integer(-1, .i8)), ("0x10 : i32", .integer(16, .i32)), ("7", .integer(7, .i64)),
      ("1 : i1", .bool(true)), ("1.0", .float(bits: 0x3FF0_0000_0000_0000, .f64)),
      ("\"a\\0A\\\\\\22\\C3\\A9\"", .string("a\n\\\"é")), ("@\"x y\"", .symbol("x y")),
      ("[1 : i32, \"a\"]", .array([.integer(1, .i32), .string("a")])),
      ("array<i8: -1, 2>", .denseArray(.i8, [-1, 2])), ("array<i1: true>", .denseArray(.i1, [1])),
      ("{a, b = 1 : i32}", .dictionary(["a": .unit, "b": .integer(1, .i32)])),
      ("tensor<4xf16>", .type(.tensor(Shape([4])!, .scalar(.f16)))),
      ("!tt.ptr<ptr<f32>, 1>", .type(.element(.pointer(PointerType(to: .f32, levels: 2))))),
      ("(i32, f32) -> i1", .functionType(FunctionType(parameters: [.i32, .f32], results: [.i1]))),
      ("#llvm.x<a = [1, {b}]>", .opaque("#llvm.x<a = [1, {b}]>")),
    ] as [(String, Attribute)])
  func readAndWritten(_ text: String, _ expected: Attribute) throws {
    #expect(try attribute(text) == expected)
    #expect(try attribute(expected.text) == expected)
  }

  @Test(
    arguments: [
      ("dense<[1, -2]> : tensor<2xi8>", [1, 254]), ("dense<3> : tensor<2xi8>", [3]),
      ("dense<\"0x0102\"> : tensor<2xi8>", [1, 2]), ("dense<\"0x0102\"> : tensor<2xi16>", [0x0201]),
      ("dense<[[true], [false]]> : tensor<2x1xi1>", [1, 0]),
      ("dense<[1.0, 0x7C00]> : tensor<2xf16>", [0x3C00, 0x7C00]),
    ] as [(String, [UInt64])])
  func denseElements(_ text: String, _ expected: [UInt64]) throws {
    guard case .dense(let elements)? = try attribute(text) else {
      Issue.record("\(text) is not dense")
      return
    }
    #expect(elements.bits == expected)
    #expect(try attribute(Attribute.dense(elements).text) == .dense(elements))
  }

  @Test func manyElementsAreWrittenAsBytes() throws {
    let elements = DenseElements(
      type: .tensor(Shape([128])!, .scalar(.i16)), bits: (0..<128).map { UInt64($0 * 257) })
    let text = Attribute.dense(elements).text
    #expect(text.hasPrefix("dense<\"0x000001010202"))
    #expect(try attribute(text) == .dense(elements))
  }

  @Test func aliasesAreReplaced() throws {
    let before = "#a = #llvm.a<x = true>\n#b = #llvm.b<a = #a>\n!t = tensor<4xi32>"
    #expect(try attribute("#b", before: before) == .opaque("#llvm.b<a = #llvm.a<x = true>>"))
    #expect(
      try attribute("!t", before: before) == .type(.tensor(Shape([4])!, .scalar(.i32))))
  }

  @Test(arguments: [
    ("256 : i8", "2:24: integer does not fit i8"), ("-129 : i8", "2:24: integer does not fit i8"),
    ("1.5 : i8", "2:24: a float is no i8"),
    ("1 : f32", "2:24: a decimal integer is no f32, expected a point"),
    ("0x1FFFF : f16", "2:24: bits do not fit f16"),
    ("#none", "2:24: unknown attribute alias '#none'"),
    ("#tt.none", "2:24: unknown attribute '#tt.none'"),
    ("dense<[1]> : tensor<2xi32>", "2:30: list has 1 elements, expected 2 for dimension 0"),
    ("nothing", "2:24: unknown attribute 'nothing'"),
  ])
  func wrongAttributes(_ text: String, _ message: String) {
    #expect(firstError(in: "\nmodule attributes {x = \(text)} {}") == message)
  }
}
