import IR
import Support
import Testing

struct LocationTextTests {
  private static let text = """
    #loc = loc("k.py":1:0)
    #loc1 = loc("a"(#loc))
    module {
      tt.func public @f(%a: i32 loc(#loc1), %b: i32) {
        %0 = arith.addi %a, %b : i32 loc(#loc4)
        %1 = arith.addi %a, %b : i32 loc(#loc6)
        %2 = arith.addi %a, %b : i32 loc(#loc7)
        %3 = arith.addi %a, %b : i32
        tt.return loc(#loc3)
      } loc(#loc)
    } loc(#loc2)
    #loc2 = loc("m\\22.py":9:9)
    #loc3 = loc("a name")
    #loc4 = loc("y"(#loc1))
    #loc5 = loc("g.py":7:8)
    #loc6 = loc(callsite(#loc1 at #loc5))
    #loc7 = loc(fused[#loc1, #loc5])
    """

  private func locations(of module: borrowing Module) -> [Location] {
    module.descendants(of: module.root).map { module.location(of: $0) }
  }

  @Test func everyFormIsRead() throws {
    let module = try parse(Self.text)
    let start = Location.file(SourcePosition(file: "k.py", line: 1, column: 0))
    let a = Location.name("a", start)
    let other = Location.file(SourcePosition(file: "g.py", line: 7, column: 8))
    #expect(
      locations(of: module) == [
        start, .name("y", a), .callSite(callee: a, caller: other), .fused([a, other]), .unknown,
        .name("a name", .unknown),
      ])
    #expect(
      module.location(of: module.root)
        == .file(SourcePosition(file: "m\".py", line: 9, column: 9)))
    let entry = module.firstBlock(of: module.region(0, of: module.functions[0]))!
    #expect(module.parameters(of: entry).map { module.location(of: $0) } == [a, .unknown])
  }

  @Test func writtenTextReadsTheSame() throws {
    let module = try parse(Self.text)
    let again = try parse(module.text())
    #expect(again.firstDifference(from: module) == nil)
    #expect(again.text() == module.text())
  }

  @Test func inlineFormsAreRead() throws {
    let module = try parse(
      """
      tt.func @f() {
        gpu.barrier loc(callsite("a"("f":1:2) at unknown))
        gpu.barrier loc(fused<"why">["f":1:2, unknown])
        gpu.barrier loc("f":1:2 to 3:4)
        tt.return loc(unknown)
      }
      """)
    let place = Location.file(SourcePosition(file: "f", line: 1, column: 2))
    #expect(
      locations(of: module).dropFirst() == [
        .callSite(callee: .name("a", place), caller: .unknown), .fused([place, .unknown]), place,
        .unknown,
      ])
  }

  @Test func aliasOfItself() {
    #expect(
      firstError(in: "#loc1 = loc(\"x\"(#loc2))\n#loc2 = loc(\"y\"(#loc1))")
        == "1:1: location alias '#loc1' refers to itself")
  }

  @Test func textWithoutLocations() throws {
    #expect(!(try parse(Self.text)).text(locations: false).contains("loc"))
  }
}
