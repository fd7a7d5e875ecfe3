import IR
import Support
import Testing

/// Every limit has an error of its own, at the place where it is passed.
struct ParserLimitTests {
  private func limits(_ change: (inout ParserLimits) -> Void) -> ParserLimits {
    var limits = ParserLimits.standard
    change(&limits)
    return limits
  }

  @Test func fileSize() {
    let limits = limits { $0.fileSize = 4 }
    #expect(firstError(in: "// x", limits: limits) == nil)
    #expect(
      firstError(in: "// xy", limits: limits) == "1:1: file has 5 bytes, more than the limit of 4")
  }

  @Test func tokenSize() {
    let limits = limits { $0.tokenSize = 8 }
    #expect(
      firstError(in: "tt.func @longer_name() { tt.return }", limits: limits)
        == "1:9: token has more than 8 bytes")
  }

  @Test func nesting() {
    let limits = limits { $0.nesting = 4 }
    let loops = { (count: Int) in
      "tt.func @f(%c: i1) {\n" + String(repeating: "scf.if %c {\n", count: count)
        + String(repeating: "}\n", count: count) + "tt.return\n}\n"
    }
    #expect(firstError(in: loops(3), limits: limits) == nil)
    #expect(firstError(in: loops(4), limits: limits) == "6:1: nests more than 4 levels deep")
  }

  @Test func operations() {
    let limits = limits { $0.operations = 2 }
    #expect(firstError(in: "tt.func @f() { tt.return }", limits: limits) == nil)
    #expect(
      firstError(in: "tt.func @f() { gpu.barrier\n tt.return }", limits: limits)
        == "2:2: module has more than 2 operations")
  }

  @Test func operandsAndResults() {
    let limits = limits {
      $0.operandsPerOperation = 1
      $0.resultsPerOperation = 1
    }
    #expect(
      firstError(in: "tt.func @f(%a: i32) {\n tt.return %a, %a : i32, i32\n}", limits: limits)
        == "2:2: operation has more than 1 operands")
    #expect(
      firstError(in: "tt.func @f(%a: i32) {\n %x:2 = arith.addi %a, %a : i32\n}", limits: limits)
        == "2:5: number of results must be from 1 to 1")
  }

  @Test func blockParameters() {
    let limits = limits { $0.blockParameters = 1 }
    #expect(
      firstError(in: "tt.func @f(%a: i32, %b: i32) { tt.return }", limits: limits)
        == "1:11: function has more than 1 parameters")
  }

  @Test func dictionaryEntries() {
    let limits = limits { $0.dictionaryEntries = 1 }
    #expect(
      firstError(in: "module attributes {a, b} {}", limits: limits)
        == "1:23: dictionary has more than 1 entries")
  }

  @Test func tileElements() {
    let limits = limits { $0.tileElements = 8 }
    #expect(firstError(in: "tt.func private @f(tensor<2x4xi32>)", limits: limits) == nil)
    #expect(
      firstError(in: "tt.func private @f(tensor<4x4xi32>)", limits: limits)
        == "1:29: tensor<4x4xi32> has more than 8 elements")
  }

  /// Each alias names the one before twice, so the last would have 2^30 parts.
  @Test func locationParts() {
    var text = "#loc0 = loc(\"f\":1:1)\n"
    for number in 1...30 {
      text += "#loc\(number) = loc(callsite(#loc\(number - 1) at #loc\(number - 1)))\n"
    }
    #expect(firstError(in: text) == "13:1: location has more than 4096 parts")
  }
}
