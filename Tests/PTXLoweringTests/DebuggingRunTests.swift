import Emulator
import PTX
import Testing

/// Printed lines and failed assertions.
@Suite struct DebuggingRunTests {
  private func kernel(_ body: String) -> String {
    """
    module {
      tt.func public @kernel(%p: !tt.ptr<f32>) {
    \(body)
        tt.return
      }
    }
    """
  }

  /// The order of threads is their own, so lines are compared in alphabetical order.
  private func comparePrinted(_ body: String, programs: Int = 2) throws {
    let run = try ComparedRun(
      kernel(body), buffers: [[UInt8](repeating: 0, count: 64)], programs: programs)
    #expect(!run.expectedLines.isEmpty)
    #expect(run.foundLines.sorted() == run.expectedLines.sorted())
  }

  @Test func tilesAndScalars() throws {
    try comparePrinted(
      """
          %r = tt.make_range {end = 16 : i32, start = 0 : i32} : tensor<16xi32>
          %f = arith.sitofp %r : tensor<16xi32> to tensor<16xf32>
          %c = arith.constant -7 : i64
          tt.print " 100% r: " {hex = false, isSigned = array<i32: 1>} : %r : tensor<16xi32>
          tt.print ": " {hex = false, isSigned = array<i32: 1, 1>} : %f, %c : tensor<16xf32>, i64
          tt.print " done" {hex = false, isSigned = array<i32>}
      """)
  }

  @Test func coordinatesOfSeveralAxes() throws {
    try comparePrinted(
      """
          %r = tt.make_range {end = 8 : i32, start = 0 : i32} : tensor<8xi32>
          %e = tt.expand_dims %r {axis = 1 : i32} : tensor<8xi32> -> tensor<8x1xi32>
          %b = tt.broadcast %e : tensor<8x1xi32> -> tensor<8x32xi32>
          tt.print ": " {hex = true, isSigned = array<i32: 0>} : %b : tensor<8x32xi32>
      """)
  }

  @Test(arguments: ["i1", "i8", "i16", "i32", "i64"], [true, false])
  func integers(type: String, isSigned: Bool) throws {
    let value = type == "i1" ? "true" : "-3"
    try comparePrinted(
      """
          %c = arith.constant \(value)\(type == "i1" ? "" : " : \(type)")
          tt.print ": " {hex = false, isSigned = array<i32: \(isSigned ? 1 : 0)>} : %c : \(type)
          tt.print ": " {hex = true, isSigned = array<i32: \(isSigned ? 1 : 0)>} : %c : \(type)
      """)
  }

  @Test(arguments: ["f16", "bf16", "f32", "f64"])
  func floats(type: String) throws {
    try comparePrinted(
      """
          %c = arith.constant -2.500000e+00 : \(type)
          %z = arith.constant 0.000000e+00 : \(type)
          %n = arith.divf %z, %z : \(type)
          %i = arith.divf %c, %z : \(type)
          tt.print ": " {hex = false, isSigned = array<i32: 1, 1, 1>} : %c, %n, %i : \
      \(type), \(type), \(type)
          tt.print ": " {hex = true, isSigned = array<i32: 1>} : %c : \(type)
      """)
  }

  @Test func failedAssertionsNameTheirPlace() throws {
    let text = kernel(
      """
          %r = tt.make_range {end = 256 : i32, start = 0 : i32} : tensor<256xi32>
          %l = arith.constant dense<255> : tensor<256xi32>
          %c = arith.cmpi slt, %r, %l : tensor<256xi32>
          tt.assert %c, "too large" : tensor<256xi1>
      """)
    let opcodes = try CompiledText(text).opcodes
    #expect(opcodes.contains("call"))
    let report = #expect(throws: (any Error).self) {
      _ = try ComparedRun(text, buffers: [[UInt8](repeating: 0, count: 64)])
    }
    #expect("\(String(describing: report))".contains("too large"))
  }

  @Test func assertionsThatHoldDoNothing() throws {
    let run = try ComparedRun(
      kernel(
        """
            %r = tt.make_range {end = 256 : i32, start = 0 : i32} : tensor<256xi32>
            %l = arith.constant dense<256> : tensor<256xi32>
            %c = arith.cmpi slt, %r, %l : tensor<256xi32>
            tt.assert %c, "too large" : tensor<256xi1>
        """), buffers: [[UInt8](repeating: 0, count: 64)])
    #expect(run.found == run.expected)
  }
}
