import Assembler
import Support
import Testing

/// What the assembler prints is taken apart.
@Suite struct AssemblerReportTests {
  @Test func errorsHaveTheirLineAndTheCallersName() {
    let report = AssemblerReport(
      text: """
        ptxas-12.9 /tmp/x/0.ptx, line 9; error   : Unknown symbol '%tidd'
        ptxas-12.9 fatal   : Ptx assembly aborted due to errors
        """, names: ["/tmp/x/0.ptx": "softmax.ptx"])
    #expect(report.messages.map(\.description) == ["softmax.ptx:9: error: Unknown symbol '%tidd'"])
  }

  @Test func olderAssemblersSayNoVersion() {
    let report = AssemblerReport(text: "ptxas a.ptx, line 3; warning : Something odd")
    #expect(report.messages.map(\.description) == ["a.ptx:3: warning: Something odd"])
  }

  @Test func resourcesBelongToTheirFunction() throws {
    let report = AssemblerReport(
      text: """
        ptxas-12.9 info    : 0 bytes gmem
        ptxas-12.9 info    : Compiling entry function 'b' for 'sm_90a'
        ptxas-12.9 info    : Function properties for b
            168 bytes stack frame, 164 bytes spill stores, 160 bytes spill loads
        ptxas-12.9 info    : Used 32 registers, used 2 barriers, 168 bytes cumulative stack size, \
        4096 bytes smem, 400 bytes cmem[0]
        ptxas-12.9 info    : Compile time = 16.353 ms
        ptxas-12.9 info    : Compiling entry function 'a' for 'sm_90a'
        ptxas-12.9 info    : Function properties for a
            0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
        ptxas-12.9 info    : Used 8 registers, used 0 barriers
        """)
    var b = FunctionResources(name: "b")
    (b.registerCount, b.barrierCount, b.stackByteCount) = (32, 2, 168)
    (b.spillStoreByteCount, b.spillLoadByteCount, b.sharedByteCount) = (164, 160, 4096)
    var a = FunctionResources(name: "a")
    a.registerCount = 8
    #expect(report.resources == [b, a])
    #expect(report.messages.isEmpty)
  }

  @Test func strictnessRejectsSpillsNotesAndWarnings() {
    let report = AssemblerReport(
      text: """
        ptxas-12.9 info    : (C7510) Potential Performance Loss: wgmma.mma_async instructions are \
        serialized due to the presence of function calls in the function 'matmul'
        ptxas-12.9 warning : Value of threads per SM for entry matmul is out of range
        ptxas-12.9 info    : Compiling entry function 'matmul' for 'sm_90a'
        ptxas-12.9 info    : Function properties for matmul
            8 bytes stack frame, 8 bytes spill stores, 12 bytes spill loads
        ptxas-12.9 info    : Used 255 registers, used 1 barriers
        """)
    let input = AssemblyInput(
      name: "matmul.ptx", ptx: Array(".version 8.0\n\n.visible .entry matmul()\n{\n}\n".utf8),
      target: .sm90a)
    #expect(report.messages.map(\.advisory) == ["C7510", nil])
    #expect(report.problems(in: [input], isStrict: false) == [])
    #expect(
      report.problems(in: [input], isStrict: true).map(\.description) == [
        """
        matmul.ptx:3: error: note of the assembler: (C7510) Potential Performance Loss: \
        wgmma.mma_async instructions are serialized due to the presence of function calls in the \
        function 'matmul'
        """,
        """
        matmul.ptx: error: warning of the assembler: Value of threads per SM for entry matmul is \
        out of range
        """,
        "matmul.ptx:3: error: 'matmul' spills registers: 8 bytes of stores, 12 bytes of loads",
      ])
  }

  @Test(arguments: ["(C7x10) odd", "C7510 without parentheses", "(C75) short", "(C7510"])
  func otherTextIsNoAdvisory(text: String) {
    #expect(AssemblerMessage(.info, text).advisory == nil)
  }

  @Test(arguments: ["", "ptxas", "ptxas ", "ptxas-12.9 info", "ptxas , line ; error   : ", "  ,,"])
  func oddTextIsNoTrouble(text: String) {
    #expect(AssemblerReport(text: text).resources.isEmpty)
  }
}
