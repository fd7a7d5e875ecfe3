import Foundation
import Testing

@testable import Conformance

/// What `launch.json` may say, and what is said of one that does not.
@Suite("Launch record")
struct LaunchRecordTests {
  private static let whole = """
    {"id": "a", "test": "t", "grid": [2, 1, 1], "options": {"num_warps": 4},
     "arguments": [
      {"kind": "pointer", "type": "*fp32", "buffer": 0, "offset": 16},
      {"kind": "scalar", "type": "i32", "value": -7},
      {"kind": "tensor_descriptor",
       "base": {"kind": "pointer", "type": "*fp16", "buffer": 1, "offset": 0},
       "shape": [4, 8], "strides": [8, 1], "block_shape": [4, 8], "padding": "nan"}],
     "buffers": [{"index": 0, "nbytes": 32, "changed": true},
                 {"index": 1, "nbytes": 64, "changed": false}]}
    """

  private func decoded(_ text: String) throws -> LaunchRecord {
    try JSONDecoder().decode(LaunchRecord.self, from: Data(text.utf8))
  }

  @Test func holdsWhatWasPassed() throws {
    let record = try decoded(Self.whole)
    #expect(record.id == "a")
    #expect(record.test == "t")
    #expect(record.grid == [2, 1, 1])
    #expect(record.buffers.map(\.byteCount) == [32, 64])
    #expect(record.buffers.map(\.isChanged) == [true, false])
    guard record.arguments.count == 3, case .pointer(let pointer) = record.arguments[0],
      case .scalar(let type, let value) = record.arguments[1],
      case .descriptor(let descriptor) = record.arguments[2]
    else {
      Issue.record("found \(record.arguments)")
      return
    }
    #expect(pointer.buffer == 0)
    #expect(pointer.offset == 16)
    #expect(type == "i32")
    #expect(value.bits(as: type) == 0xFFFF_FFF9)
    #expect(descriptor.base.buffer == 1)
    #expect(descriptor.shape == [4, 8])
    #expect(descriptor.strides == [8, 1])
    #expect(descriptor.padding == "nan")
  }

  @Test(
    "numbers have the bits of their type",
    arguments: [
      ("i8", "-1", 0xFF), ("u8", "200", 200), ("i64", "-1", UInt64.max),
      ("u64", "18446744073709551615", UInt64.max), ("u1", "true", 1), ("i1", "false", 0),
      ("fp32", "\"1.5\"", 0x3FC0_0000), ("fp32", "\"inf\"", 0x7F80_0000),
      ("fp32", "\"-inf\"", 0xFF80_0000), ("fp64", "0.5", 0x3FE0_0000_0000_0000),
      ("fp16", "\"-2\"", 0xC000), ("bf16", "3", 0x4040), ("fp8e4nv", "\"1\"", 0x38),
      ("fp64", "9223372036854775808", 0x43E0_0000_0000_0000), ("i8", "255", 0xFF),
    ] as [(String, String, UInt64)])
  func scalar(type: String, text: String, bits: UInt64) throws {
    let value = try JSONDecoder().decode(LaunchRecord.ScalarValue.self, from: Data(text.utf8))
    #expect(value.bits(as: type) == bits)
  }

  @Test func notANumberSurvives() throws {
    let value = try JSONDecoder().decode(LaunchRecord.ScalarValue.self, from: Data("\"nan\"".utf8))
    let bits = try #require(value.bits(as: "fp32"))
    #expect(Float(bitPattern: UInt32(truncatingIfNeeded: bits)).isNaN)
  }

  @Test(
    "numbers that are none of their type are refused",
    arguments: [
      ("i32", "\"abc\""), ("i32", "1.5"), ("q32", "1"), ("fp32", "\"many\""), ("i8", "256"),
      ("i8", "-129"), ("i32", "1099511627776"), ("i32", "18446744073709551615"), ("u1", "2"),
    ])
  func badScalar(type: String, text: String) throws {
    let value = try JSONDecoder().decode(LaunchRecord.ScalarValue.self, from: Data(text.utf8))
    #expect(value.bits(as: type) == nil)
  }

  @Test(
    "a record that is not as it must be is refused, and the reason says what is wrong",
    arguments: [
      ("\"grid\": [2, 1, 1],", "", "has no 'grid'"),
      ("\"arguments\"", "\"argument\"", "has no 'arguments'"),
      ("\"nbytes\": 32,", "", "has no 'nbytes'"),
      ("\"value\": -7", "\"values\": -7", "has no 'value'"),
      ("[2, 1, 1]", "2", "grid"),
      ("\"buffer\": 0", "\"buffer\": \"x\"", "buffer"),
      (
        "\"kind\": \"scalar\"", "\"kind\": \"number\"",
        "found kind 'number', expected pointer, scalar or tensor_descriptor"
      ),
      ("\"changed\": true", "\"changed\": 1", "changed"),
      ("{\"id\"", "[\"id\"", "launch.json"),
    ])
  func malformed(old: String, new: String, words: String) throws {
    let copy = try CaseCopy(of: "control-for")
    defer { copy.remove() }
    try copy.change("launch.json") { $0 = Array(Self.whole.replacing(old, with: new).utf8) }
    let error = #expect(throws: CaseError.self) { try copy.testCase.record() }
    let text = try #require(error).description
    #expect(text.contains("launch.json"))
    #expect(text.contains(words), "\(text)")
    #expect(copy.run().outcome == .failed)
  }

  @Test(
    "a launch that cannot be made is refused",
    arguments: [
      ("[1, 1, 1]", "[1, 1]", "grid has 2 extents, expected 3"),
      ("[1, 1, 1]", "[0, 1, 1]", "grid has the extent 0, expected 1 to 2147483647"),
      ("[1, 1, 1]", "[1, 1, 65536]", "grid has the extent 65536, expected 1 to 65535"),
      (
        "[1, 1, 1]", "[4611686018427387904, 4, 1]",
        "grid has the extent 4611686018427387904, expected 1 to 2147483647"
      ),
      ("\"index\": 1,", "\"index\": 0,", "buffer 0 is recorded twice"),
      ("\"nbytes\": 48", "\"nbytes\": -1", "buffer 1 has -1 bytes, expected 0 or more"),
      (
        "\"buffer\": 1,", "\"buffer\": 7,",
        "argument points to buffer 7, which is not recorded"
      ),
    ])
  func unusable(old: String, new: String, words: String) throws {
    let copy = try CaseCopy(of: "control-for")
    defer { copy.remove() }
    #expect(copy.run().outcome == .passed)
    try copy.replace(old, by: new, in: "launch.json")
    #expect(copy.run().reason == words)
  }

  @Test func unknownPadding() throws {
    let copy = try CaseCopy(of: "descriptor-argument")
    defer { copy.remove() }
    try copy.replace("\"nan\"", by: "\"blue\"", in: "launch.json")
    #expect(copy.run().reason == "found padding 'blue', expected zero or nan")
  }

  @Test func scalarThatDoesNotFit() throws {
    let copy = try CaseCopy(of: "program-softmax")
    defer { copy.remove() }
    try copy.replace("\"value\": 50", by: "\"value\": \"many\"", in: "launch.json")
    #expect(copy.run().reason.contains("as i32"))
  }
}
