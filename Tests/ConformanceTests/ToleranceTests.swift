import IR
import Support
import Testing

@testable import Conformance

/// How much the arithmetic of a kernel allows its results to differ.
@Suite("Tolerance")
struct ToleranceTests {
  private func profile(_ body: String) throws -> ArithmeticProfile {
    let text = """
      module {
        tt.func public @kernel(%x: tensor<64xf32>, %h: tensor<64xf16>, %n: tensor<64xi32>, \
      %a: tensor<16x32xf32>, %b: tensor<32x16xf32>, %c: tensor<16x16xf32>) {
          \(body)
          tt.return
        }
      }
      """
    let module = try Module.parse(SourceText(name: "kernel.ttir", bytes: Array(text.utf8)))
    return ArithmeticProfile(of: module)
  }

  @Test func copiesAndIntegersAreExact() throws {
    let found = try profile("%r = arith.muli %n, %n : tensor<64xi32>")
    #expect(!found.isInexact)
    #expect(Tolerance.forElements(of: .f32, in: found) == .exact)
  }

  @Test func conversionsAreExact() throws {
    #expect(try !profile("%r = arith.truncf %x : tensor<64xf32> to tensor<64xf16>").isInexact)
  }

  @Test func integersAreExactBesideFloats() throws {
    let found = try profile("%r = arith.divf %x, %x : tensor<64xf32>")
    #expect(found.isInexact)
    #expect(Tolerance.forElements(of: .i32, in: found) == .exact)
    #expect(Tolerance.forElements(of: .f32, in: found).relative > 0)
    #expect(Tolerance.forElements(of: .f32, in: found).absolute == 0)
  }

  @Test func narrowestTypeDecides() throws {
    let wide = try profile("%r = math.exp %x : tensor<64xf32>")
    let narrow = try profile(
      "%r = math.exp %x : tensor<64xf32>\n    %s = arith.mulf %h, %h : tensor<64xf16>")
    #expect(wide.narrowest == .f32)
    #expect(narrow.narrowest == .f16)
    #expect(
      Tolerance.forElements(of: .f32, in: narrow).relative
        > Tolerance.forElements(of: .f32, in: wide).relative)
  }

  private let sum = """
    %r = "tt.reduce"(%x) <{axis = 0 : i32}> ({
        ^bb0(%l: f32, %m: f32):
          %s = arith.addf %l, %m : f32
          tt.reduce.return %s : f32
        }) : (tensor<64xf32>) -> f32
    """

  @Test func sumsCountTheirElements() throws {
    let found = try profile(sum)
    #expect(found.reductionLength == 64)
    let tolerance = Tolerance.forElements(of: .f32, in: found)
    #expect(tolerance.absolute == tolerance.relative * 8)
  }

  @Test func integerReductionsDoNotCount() throws {
    let text = sum.replacing("%x", with: "%n").replacing("f32", with: "i32")
      .replacing("addf", with: "addi")
    let found = try profile(text)
    #expect(found.reductionLength == 1)
    #expect(!found.isInexact)
  }

  @Test func loopsLengthenSums() throws {
    let found = try profile(
      """
      %c0 = arith.constant 0 : i32
          %c1 = arith.constant 1 : i32
          scf.for %i = %c0 to %c1 step %c1 : i32 {
            \(sum)
          }
      """)
    #expect(found.reductionLength > 64)
  }

  private func dot(_ precision: String) -> String {
    "%r = tt.dot %a, %b, %c, inputPrecision = \(precision) : "
      + "tensor<16x32xf32> * tensor<32x16xf32> -> tensor<16x16xf32>"
  }

  @Test func productsSumAlongTheirInnerExtent() throws {
    let found = try profile(dot("ieee"))
    #expect(found.reductionLength == 32)
    #expect(!found.roundsOperands)
  }

  @Test func roundedFactorsAllowMore() throws {
    let rounded = try profile(dot("tf32"))
    #expect(rounded.roundsOperands)
    #expect(
      Tolerance.forElements(of: .f32, in: rounded).relative
        > Tolerance.forElements(of: .f32, in: try profile(dot("ieee"))).relative)
  }

  @Test func toleranceNeverCoversAPercent() throws {
    var profile = ArithmeticProfile(of: Module())
    profile.isInexact = true
    profile.roundsOperands = true
    profile.reductionLength = 1 << 40
    #expect(Tolerance.forElements(of: .f32, in: profile).absolute <= 0.01)
  }
}
