import FileTesting
import Support
import Testing

/// A test that is written as a text file can fail.
@Suite struct FileTestTests {
  private let holding = """
    // test: dce

    tt.func @unused_sums_go(%x: i32) {
      %0 = arith.addi %x, %x : i32
      tt.return
    }
    //> tt.func @unused_sums_go(%x: i32) {
    //>   tt.return
    //> }

    """

  @Test func acceptsWhatIsExpected() throws {
    #expect(try FileTest(name: "a.ttir", text: holding).failures().isEmpty)
  }

  @Test func namesWhatDiffers() throws {
    let text = holding.replacing("//>   tt.return\n", with: "")
    let failure = try #require(try FileTest(name: "a.ttir", text: text).failures().first)
    #expect(failure.hasPrefix("a.ttir:3: tt.func @unused_sums_go"))
    #expect(failure.contains("--- expected") && failure.contains("--- found"))
  }

  @Test func rewritesExpectations() throws {
    let stale = holding.replacing("//>   tt.return\n", with: "//>   stale\n")
    #expect(try FileTest(name: "a.ttir", text: stale).updated() == holding)
  }

  @Test func leavesMarksAlone() throws {
    let text = "// test: verify\n\ntt.func @f() {\n  tt.return\n}\n"
    #expect(try FileTest(name: "a.ttir", text: text).updated() == nil)
  }

  @Test func findsMarkedErrors() throws {
    let text = """
      // test: verify

      tt.func @adds_different_types(%x: i32, %y: i64) {
        %0 = "arith.addi"(%x, %y) : (i32, i64) -> i32  // error: i64
        tt.return
      }
      """
    #expect(try FileTest(name: "a.ttir", text: text).failures().isEmpty)
    let wrong = text.replacing("// error: i64", with: "// error: f32")
    #expect(try FileTest(name: "a.ttir", text: wrong).failures().count == 1)
    let unmarked = text.replacing("  // error: i64", with: "")
    #expect(try FileTest(name: "a.ttir", text: unmarked).failures().count == 1)
  }

  @Test func lendsPrivateFunctionsToLaterCases() throws {
    let text = """
      // test: verify

      tt.func private @same(%x: i32) -> i32 {
        tt.return %x : i32
      }

      tt.func @first(%x: i32) {
        %0 = tt.call @same(%x) : (i32) -> i32
        tt.return
      }

      tt.func @second(%x: i32) {
        %0 = tt.call @same(%x) : (i32) -> i32
        %1 = tt.call @first(%x) : (i32) -> i32  // error: no function is called @first
        tt.return
      }
      """
    #expect(try FileTest(name: "a.ttir", text: text).failures().isEmpty)
  }

  @Test(arguments: [
    ("", "a test starts with"), ("// test: ", "says what it runs"),
    ("// test: no-such-pass", "no pass or pipeline is called 'no-such-pass'"),
    ("// test: dce", "has no function"),
  ])
  func refusesWhatIsNoTest(text: String, message: String) {
    let error = #expect(throws: Diagnostic.self) { try FileTest(name: "a.ttir", text: text) }
    #expect(error?.message.contains(message) ?? false)
  }
}
