import IR
import Testing

@testable import Conformance

/// The names that Triton gives element types.
@Suite("Element format")
struct ElementFormatTests {
  @Test func namesAreKnown() {
    #expect(ElementFormat(tritonName: "fp32") == ElementFormat(.f32))
    #expect(ElementFormat(tritonName: "u16") == ElementFormat(.i16, isUnsigned: true))
    #expect(ElementFormat(tritonName: "fp8e5") == ElementFormat(.f8E5M2))
    #expect(ElementFormat(tritonName: "f32") == nil)
    #expect(ElementFormat(tritonName: "") == nil)
  }

  @Test func valuesHaveSigns() {
    #expect(ElementFormat(.i8).value(of: 0xFF) == -1)
    #expect(ElementFormat(.i8, isUnsigned: true).value(of: 0xFF) == 255)
    #expect(ElementFormat(.f16).value(of: 0xC000) == -2)
  }
}
