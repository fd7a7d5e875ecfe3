import IR
import Support
import Testing

@testable import Conformance

/// How much the arithmetic of a kernel allows its results to differ.
@Suite("Tolerance")
struct ToleranceTests {
  /// What flows into the buffer that `body` stores to.
  private func profile(_ body: String) throws -> ArithmeticProfile {
    try profiles(body)[0] ?? ArithmeticProfile()
  }

  /// What flows into the buffers 0 through 2, which parameters point into: `%o`, tiles of 64 `f32`,
  /// `%k`, tiles of 64 `f16`, and `%s`, an `f32`. More functions are `others`.
  private func profiles(_ body: String, others: String = "") throws -> [Int: ArithmeticProfile] {
    let text = """
      module {
        tt.func public @kernel(%o: tensor<64x!tt.ptr<f32>>, %k: tensor<64x!tt.ptr<f16>>, \
      %s: !tt.ptr<f32>, %d: tensor<16x16x!tt.ptr<f32>>, \
      %x: tensor<64xf32>, %h: tensor<64xf16>, %n: tensor<64xi32>, \
      %a: tensor<16x32xf32>, %b: tensor<32x16xf32>, %c: tensor<16x16xf32>) {
          \(body)
          tt.return
        }
        \(others)
      }
      """
    let module = try Module.parse(SourceText(name: "kernel.ttir", bytes: Array(text.utf8)))
    return ArithmeticFlow(of: module, buffers: [0: 0, 1: 1, 2: 2, 3: 0]).profiles
  }

  private let storeR = "tt.store %o, %r : tensor<64x!tt.ptr<f32>>"

  @Test func copiesAndIntegersAreExact() throws {
    let found = try profile(
      """
      %m = arith.muli %n, %n : tensor<64xi32>
      %r = arith.bitcast %m : tensor<64xi32> to tensor<64xf32>
      \(storeR)
      """)
    #expect(!found.isInexact)
    #expect(Tolerance.forElements(of: .f32, in: found) == .exact)
  }

  @Test func conversionsAreExact() throws {
    let found = try profiles(
      """
      %r = arith.truncf %x : tensor<64xf32> to tensor<64xf16>
      tt.store %k, %r : tensor<64x!tt.ptr<f16>>
      """)
    #expect(found == [1: ArithmeticProfile()])
  }

  @Test func integersAreExactBesideFloats() throws {
    let found = try profile("%r = arith.divf %x, %x : tensor<64xf32>\n\(storeR)")
    #expect(found.isInexact)
    #expect(Tolerance.forElements(of: .i32, in: found) == .exact)
    #expect(Tolerance.forElements(of: .f32, in: found).relative > 0)
    #expect(Tolerance.forElements(of: .f32, in: found).absolute == 0)
  }

  @Test func narrowestTypeThatFlowsInDecides() throws {
    let found = try profiles(
      """
      %r = math.exp %x : tensor<64xf32>
      \(storeR)
      %m = arith.mulf %h, %h : tensor<64xf16>
      %w = arith.extf %m : tensor<64xf16> to tensor<64xf32>
      %l = "tt.reduce"(%w) <{axis = 0 : i32}> ({
        ^bb0(%e: f32, %f: f32):
          %g = arith.maxnumf %e, %f : f32
          tt.reduce.return %g : f32
        }) : (tensor<64xf32>) -> f32
      tt.store %s, %l : !tt.ptr<f32>
      """)
    let (wide, narrow) = (try #require(found[0]), try #require(found[2]))
    #expect(wide.narrowest == .f32)
    #expect(narrow.narrowest == .f16)
    #expect(narrow.reductionLength == 1)
    #expect(
      Tolerance.forElements(of: .f32, in: narrow).relative
        > Tolerance.forElements(of: .f32, in: wide).relative)
  }

  @Test func roundingCountsOnlyBehindArithmetic() throws {
    let rounded = """
      %m = arith.truncf %e : tensor<64xf32> to tensor<64xbf16>
      %r = arith.extf %m : tensor<64xbf16> to tensor<64xf32>
      \(storeR)
      """
    let inexact = try profile("%e = math.exp %x : tensor<64xf32>\n" + rounded)
    #expect(inexact.narrowest == .bf16)
    let exact = try profile("%e = arith.negf %x : tensor<64xf32>\n" + rounded)
    #expect(!exact.isInexact && exact.narrowest == nil)
  }

  @Test func loopsCarryWhatFlowsIn() throws {
    let found = try profiles(
      """
      %c0 = arith.constant 0 : i32
      %c1 = arith.constant 1 : i32
      %q:2 = scf.for %i = %c0 to %c1 step %c1 iter_args(%p = %x, %w = %h) \
      -> (tensor<64xf32>, tensor<64xf16>) : i32 {
        %e = math.exp %p : tensor<64xf32>
        scf.yield %e, %w : tensor<64xf32>, tensor<64xf16>
      }
      tt.store %o, %q#0 : tensor<64x!tt.ptr<f32>>
      tt.store %k, %q#1 : tensor<64x!tt.ptr<f16>>
      """)
    #expect(found[0]?.narrowest == .f32)
    #expect(found[1] == ArithmeticProfile())
  }

  @Test func whatIsReadBackBringsWhatWasWritten() throws {
    let found = try profiles(
      """
      %m = arith.mulf %h, %h : tensor<64xf16>
      tt.store %k, %m : tensor<64x!tt.ptr<f16>>
      %l = tt.load %k : tensor<64x!tt.ptr<f16>>
      %r = arith.extf %l : tensor<64xf16> to tensor<64xf32>
      \(storeR)
      """)
    #expect(found[0]?.narrowest == .f16)
  }

  @Test func comparisonsEndTheWay() throws {
    let found = try profile(
      """
      %e = math.exp %x : tensor<64xf32>
      %t = arith.cmpf ogt, %e, %x : tensor<64xf32>
      %r = arith.select %t, %x, %x : tensor<64xi1>, tensor<64xf32>
      \(storeR)
      """)
    #expect(!found.isInexact)
  }

  @Test func callsPassPointersAndValues() throws {
    let found = try profiles(
      """
      %r = tt.call @twice(%s, %x) : (!tt.ptr<f32>, tensor<64xf32>) -> tensor<64xf32>
      \(storeR)
      """,
      others: """
        tt.func private @twice(%p: !tt.ptr<f32>, %v: tensor<64xf32>) -> tensor<64xf32> {
          %one = arith.constant 1.0 : f32
          tt.store %p, %one : !tt.ptr<f32>
          %r = arith.addf %v, %v : tensor<64xf32>
          tt.return %r : tensor<64xf32>
        }
        """)
    #expect(found[0]?.narrowest == .f32)
    #expect(found[1] == nil)
    #expect(found[2] == ArithmeticProfile())
  }

  @Test func aPointerFromNowhereMayLeadAnywhere() throws {
    let found = try profiles(
      """
      %e = math.exp %x : tensor<64xf32>
      %w = arith.extsi %n : tensor<64xi32> to tensor<64xi64>
      %p = tt.int_to_ptr %w : tensor<64xi64> -> tensor<64x!tt.ptr<f32>>
      tt.store %p, %e : tensor<64x!tt.ptr<f32>>
      """)
    #expect([0, 1, 2].map { found[$0]?.isInexact } == [true, true, true])
  }

  @Test func registersOfTheDeviceAreFollowed() throws {
    let found = try profiles(
      """
      %m = tt.elementwise_inline_asm "mov.u32 $0, %smid;" {constraints = "=r", \
      packed_element = 1 : i32, pure = true} -> i32
      %f = arith.sitofp %m : i32 to f32
      tt.store %s, %f : !tt.ptr<f32>
      tt.store %o, %x : tensor<64x!tt.ptr<f32>>
      """)
    #expect(found[2]?.deviceRegister == "%smid")
    #expect(found[0]?.deviceRegister == nil)
  }

  private let sum = """
    %r = "tt.reduce"(%x) <{axis = 0 : i32}> ({
        ^bb0(%l: f32, %m: f32):
          %t = arith.addf %l, %m : f32
          tt.reduce.return %t : f32
        }) : (tensor<64xf32>) -> f32
    """
  private let storeSum = "\n    tt.store %s, %r : !tt.ptr<f32>"

  @Test func sumsCountTheirElements() throws {
    let found = try #require(try profiles(sum + storeSum)[2])
    #expect(found.reductionLength == 64)
    let tolerance = Tolerance.forElements(of: .f32, in: found)
    #expect(tolerance.absolute == tolerance.relative * 8)
  }

  @Test func integerReductionsDoNotCount() throws {
    let text = sum.replacing("%x", with: "%n").replacing("f32", with: "i32")
      .replacing("addf", with: "addi")
    let found = try profiles(
      text + "\n    %f = arith.bitcast %r : i32 to f32\n    tt.store %s, %f : !tt.ptr<f32>")
    #expect(found == [2: ArithmeticProfile()])
  }

  @Test func loopsLengthenSums() throws {
    let found = try profiles(
      """
      %c0 = arith.constant 0 : i32
          %c1 = arith.constant 1 : i32
          scf.for %i = %c0 to %c1 step %c1 : i32 {
            \(sum + storeSum)
          }
      """)
    #expect((found[2]?.reductionLength ?? 0) > 64)
  }

  private func dot(_ precision: String) -> String {
    "%r = tt.dot %a, %b, %c, inputPrecision = \(precision) : "
      + "tensor<16x32xf32> * tensor<32x16xf32> -> tensor<16x16xf32>\n"
      + "tt.store %d, %r : tensor<16x16x!tt.ptr<f32>>"
  }

  @Test func productsSumAlongTheirInnerExtent() throws {
    let found = try profile(dot("ieee"))
    #expect(found.reductionLength == 32)
    #expect(!found.roundsOperands)
  }

  @Test func roundedFactorsAllowMore() throws {
    let rounded = try profile(dot("tf32"))
    let exact = try profile(dot("ieee"))
    #expect(rounded.roundsOperands)
    #expect(
      Tolerance.forElements(of: .f32, in: rounded).relative
        > Tolerance.forElements(of: .f32, in: exact).relative)
  }

  @Test func toleranceNeverCoversAPercent() throws {
    var profile = ArithmeticProfile()
    profile.isInexact = true
    profile.roundsOperands = true
    profile.reductionLength = 1 << 40
    #expect(Tolerance.forElements(of: .f32, in: profile).absolute <= 0.01)
  }
}
