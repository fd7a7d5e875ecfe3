import IR
import Testing

@testable import Conformance

/// When the bytes of two buffers agree.
@Suite("Buffer comparison")
struct BufferComparisonTests {
  private func difference(
    _ found: [UInt8], _ expected: [UInt8], as scalar: ScalarType, isUnsigned: Bool = false,
    within tolerance: Tolerance = .exact
  ) -> String? {
    BufferComparison(format: ElementFormat(scalar, isUnsigned: isUnsigned), tolerance: tolerance)
      .firstDifference(found: found, expected: expected)
  }

  private func bytes(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(value.bitPattern >> (8 * $0) & 0xFF) } }
  }

  @Test func equalBytesAgree() {
    #expect(difference([], [], as: .i32) == nil)
    #expect(difference([1, 2, 3, 4], [1, 2, 3, 4], as: .i32) == nil)
    #expect(difference(bytes([.nan, 1]), bytes([.nan, 1]), as: .f32) == nil)
  }

  @Test func integersAgreeExactly() {
    let generous = Tolerance(relative: 1, absolute: 1)
    #expect(
      difference([1, 0, 255, 255], [1, 0, 254, 255], as: .i16, within: generous)
        == "element 1 is -1, expected -2")
    #expect(
      difference([255], [254], as: .i8, isUnsigned: true) == "element 0 is 255, expected 254")
    #expect(difference([1], [0], as: .i1, isUnsigned: true) == "element 0 is 1, expected 0")
  }

  @Test func sizesMustAgree() {
    #expect(difference([1, 2], [1, 2, 3], as: .i8) == "has 2 bytes, expected 3")
  }

  @Test func bytesBehindTheLastElementCount() {
    #expect(difference([1, 0, 5], [1, 0, 6], as: .i16) == "byte 2 differs")
    #expect(difference([1, 0, 5], [1, 0, 5], as: .i16) == nil)
  }

  @Test func firstDifferenceIsNamed() {
    #expect(difference([0, 1, 2], [0, 9, 9], as: .i8) == "element 1 is 1, expected 9")
  }

  @Test func notANumberAgreesWithItselfOnly() {
    let other = Float(bitPattern: 0x7FC1_2345)
    #expect(difference(bytes([other]), bytes([.nan]), as: .f32) == nil)
    #expect(difference(bytes([1]), bytes([.nan]), as: .f32) == "element 0 is 1.0, expected nan")
    #expect(difference(bytes([.nan]), bytes([1]), as: .f32) == "element 0 is nan, expected 1.0")
  }

  @Test func zerosAgree() {
    #expect(difference(bytes([-0.0]), bytes([0.0]), as: .f32) == nil)
  }

  @Test func infinitiesAgreeWithThemselvesOnly() {
    let generous = Tolerance(relative: 1, absolute: 1)
    #expect(difference(bytes([.infinity]), bytes([.infinity]), as: .f32) == nil)
    #expect(difference(bytes([-.infinity]), bytes([.infinity]), as: .f32, within: generous) != nil)
    #expect(
      difference(bytes([.greatestFiniteMagnitude]), bytes([.infinity]), as: .f32, within: generous)
        != nil)
  }

  @Test func relativeToleranceIsOfTheExpectedValue() {
    let tolerance = Tolerance(relative: 0x1p-10, absolute: 0)
    #expect(difference(bytes([1025]), bytes([1024]), as: .f32, within: tolerance) == nil)
    #expect(difference(bytes([1025.5]), bytes([1024]), as: .f32, within: tolerance) != nil)
    #expect(difference(bytes([1e-9]), bytes([0]), as: .f32, within: tolerance) != nil)
  }

  @Test func absoluteToleranceIsOfTheLargestValue() {
    let tolerance = Tolerance(relative: 0, absolute: 0x1p-10)
    let expected = bytes([0, 1024, .infinity, .nan])
    #expect(
      difference(bytes([1, 1024, .infinity, .nan]), expected, as: .f32, within: tolerance) == nil)
    #expect(
      difference(bytes([1.5, 1024, .infinity, .nan]), expected, as: .f32, within: tolerance)
        == "element 0 is 1.5, expected 0.0")
  }

  @Test func narrowFloatsAreDecoded() {
    // 1.0 and the number after it.
    let tolerance = Tolerance(relative: 0x1p-3, absolute: 0)
    #expect(difference([0x39], [0x38], as: .f8E4M3FN, within: tolerance) == nil)
    #expect(difference([0x3A], [0x38], as: .f8E4M3FN) == "element 0 is 1.25, expected 1.0")
    #expect(difference([0x80, 0x3F], [0, 0x40], as: .bf16) == "element 0 is 1.0, expected 2.0")
  }
}
