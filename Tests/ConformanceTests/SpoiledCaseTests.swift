import Conformance
import Foundation
import Testing

/// A case that does not hold fails, and the reason says where.
@Suite("Spoiled cases")
struct SpoiledCaseTests {
  /// The result of a copy of `name` after `spoil` changed it.
  private func result(
    of name: String, after spoil: (CaseCopy) throws -> Void
  ) throws -> CaseResult {
    let copy = try CaseCopy(of: name)
    defer { copy.remove() }
    #expect(copy.run().outcome == .passed, "the case passes before it is spoiled")
    try spoil(copy)
    return copy.run()
  }

  @Test("a changed integer is named", arguments: [0, 1, 63, 127])
  func changedInteger(element: Int) throws {
    let result = try result(of: "integer-division-i32") { copy in
      try copy.change("buffer2.after.bin") { $0[4 * element] ^= 1 }
    }
    #expect(result.outcome == .failed)
    #expect(result.reason.hasPrefix("buffer 2 of i32: element \(element) is "))
  }

  @Test func changedIntegerNamesBothValues() throws {
    let result = try result(of: "control-for") { copy in
      try copy.change("buffer1.after.bin") { $0[16] = 77 }
    }
    #expect(result.reason == "buffer 1 of i32: element 4 is 0, expected 77")
  }

  @Test("a float may be off by a rounding and no further")
  func changedFloat() throws {
    let slight = try result(of: "float-division-f32") { copy in
      try copy.change("buffer2.after.bin") { $0[0] ^= 1 }
    }
    #expect(slight.outcome == .passed)
    let large = try result(of: "float-division-f32") { copy in
      try copy.change("buffer2.after.bin") { $0[4 * 10 + 2] ^= 1 }
    }
    #expect(large.outcome == .failed)
    #expect(large.reason.hasPrefix("buffer 2 of f32: element 10 is "))
  }

  @Test("a case that stores where it ran is skipped")
  func storedDeviceRegister() throws {
    let result = try result(of: "memory-mask") { copy in
      let kernel = copy.folder.appending(path: "kernel.ttir")
      let lines = try String(contentsOf: kernel, encoding: .utf8).split(separator: "\n")
      let store = try #require(lines.first { $0.contains("tt.store") })
      let stored = try #require(store.split(separator: ",").dropFirst().first)
      try copy.replace(
        String(store),
        by: """
          %where = tt.elementwise_inline_asm "mov.u32 $0, %smid;" {constraints = "=r", \
          packed_element = 1 : i32, pure = true} -> i32
          %there = tt.splat %where : i32 -> tensor<64xi32>
          %both = arith.addi\(stored), %there : tensor<64xi32>
          \(store.replacing(stored, with: " %both"))
          """, in: "kernel.ttir")
    }
    #expect(result.outcome == .skipped)
    #expect(result.reason == "buffer 1 holds what %smid says, on which no two launches agree")
  }

  @Test func changedUntouchedBuffer() throws {
    // The buffer is not among those that the launch changes, so that both files are one.
    let result = try result(of: "memory-mask") { copy in
      try copy.replace(
        "\"index\": 1, \"nbytes\": 200, \"changed\": true",
        by: "\"index\": 1, \"nbytes\": 200, \"changed\": false", in: "launch.json")
    }
    #expect(result.outcome == .failed)
    #expect(result.reason.hasPrefix("buffer 1 of i32: element 0 is "))
  }

  @Test func changedKernel() throws {
    let result = try result(of: "integer-arithmetic-i16") { copy in
      try copy.replace("arith.subi", by: "arith.addi", in: "kernel.ttir")
    }
    #expect(result.reason.hasPrefix("buffer 2 of i16: element 1"))
  }

  @Test(
    "a file that is not as it must be is named",
    arguments: ["kernel.ttir", "buffer0.before.bin", "buffer2.after.bin"])
  func missingFile(name: String) throws {
    let result = try result(of: "integer-arithmetic-i16") { try $0.delete(name) }
    #expect(result.outcome == .failed)
    #expect(result.reason.contains(name))
    #expect(result.reason.contains("no such file") || result.reason.contains("not found"))
  }

  @Test func missingRecord() throws {
    let copy = try CaseCopy(of: "integer-arithmetic-i16")
    defer { copy.remove() }
    try copy.delete("launch.json")
    #expect(copy.run().outcome == .failed)
    #expect(copy.run().reason.contains("launch.json"))
    #expect(throws: (any Error).self) { try copy.testCase.record() }
    let parent = copy.folder.deletingLastPathComponent().path(percentEncoded: false)
    #expect(try ConformanceCase.all(in: parent).isEmpty)
  }

  @Test func truncatedBuffer() throws {
    let before = try result(of: "integer-arithmetic-i16") { copy in
      try copy.change("buffer0.before.bin") { $0.removeLast() }
    }
    #expect(before.reason.hasSuffix("buffer0.before.bin has 255 bytes, expected 256"))
    let after = try result(of: "integer-arithmetic-i16") { copy in
      try copy.change("buffer2.after.bin") { $0.append(0) }
    }
    #expect(after.reason.hasSuffix("buffer2.after.bin has 1793 bytes, expected 1792"))
  }

  @Test func malformedKernel() throws {
    let result = try result(of: "integer-arithmetic-i16") { copy in
      try copy.replace("arith.subi", by: "arith.subj", in: "kernel.ttir")
    }
    #expect(result.outcome == .failed)
    #expect(result.reason.contains("kernel.ttir:"))
    #expect(result.reason.contains("arith.subj"))
  }
}
