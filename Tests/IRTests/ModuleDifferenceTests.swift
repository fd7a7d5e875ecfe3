import IR
import Support
import Testing

struct ModuleDifferenceTests {
  private static let text = """
    tt.func @f(%a: i32, %b: i32, %c: i1) {
      %0 = arith.addi %a, %b : i32 loc("f":1:1)
      cf.cond_br %c, ^bb1, ^bb2
    ^bb1:
      %1 = arith.constant 1 : i32
      cf.br ^bb2
    ^bb2:
      tt.return
    }
    """

  @Test func noDifference() throws {
    let renamed = Self.text.replacing("%0", with: "%sum").replacing("^bb1", with: "^one")
    #expect(try parse(renamed).firstDifference(from: try parse(Self.text)) == nil)
  }

  @Test(arguments: [
    ("arith.addi", "arith.subi", "arith.subi is arith.addi"),
    ("%a, %b :", "%b, %a :", "arith.addi at f:1:1: uses other values"),
    ("loc(\"f\":1:1)", "loc(\"f\":1:2)", "arith.addi at f:1:2: has another location"),
    (
      "constant 1 ", "constant 2 ",
      "arith.constant: has attributes {value = 2 : i32}, not {value = 1 : i32}"
    ),
    ("^bb1, ^bb2", "^bb2, ^bb1", "cf.cond_br: goes on in other blocks"),
    ("constant 1 : i32", "constant 1 : i64", "arith.constant: has type (i64), not (i32)"),
    (
      "%c: i1", "%c: i1, %d: i1", "tt.func has a region with other blocks, parameters or operations"
    ),
    (
      "  tt.return", "  gpu.barrier\n  tt.return",
      "tt.func has a region with other blocks, parameters or operations"
    ),
  ])
  func firstDifference(_ old: String, _ new: String, _ expected: String) throws {
    let changed = try parse(Self.text.replacing(old, with: new))
    #expect(changed.firstDifference(from: try parse(Self.text)) == expected)
  }
}
