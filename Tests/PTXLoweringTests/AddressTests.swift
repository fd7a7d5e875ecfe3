import Testing

/// How few registers and instructions the places in memory and the masks of a tile take.
@Suite struct AddressTests {
  /// A kernel that copies 1024 elements, of which no neighbours can be accessed at once, if they
  /// stand before the limit.
  private static func copy(divisibility: Int) -> String {
    let hint = "{tt.divisibility = \(divisibility) : i32}"
    return """
      module {
        tt.func public @copy(%x: !tt.ptr<f16> \(hint), %y: !tt.ptr<f16> \(hint), %n: i32 \(hint)) {
          %i = tt.make_range {end = 1024 : i32, start = 0 : i32} : tensor<1024xi32>
          %ns = tt.splat %n : i32 -> tensor<1024xi32>
          %m = arith.cmpi slt, %i, %ns : tensor<1024xi32>
          %xs = tt.splat %x : !tt.ptr<f16> -> tensor<1024x!tt.ptr<f16>>
          %ps = tt.addptr %xs, %i : tensor<1024x!tt.ptr<f16>>, tensor<1024xi32>
          %v = tt.load %ps, %m : tensor<1024x!tt.ptr<f16>>
          %ys = tt.splat %y : !tt.ptr<f16> -> tensor<1024x!tt.ptr<f16>>
          %qs = tt.addptr %ys, %i : tensor<1024x!tt.ptr<f16>>, tensor<1024xi32>
          tt.store %qs, %v, %m : tensor<1024x!tt.ptr<f16>>
          tt.return
        }
      }
      """
  }

  @Test func elementsOfARunAreReachedFromOneAddress() throws {
    let opcodes = try CompiledText(Self.copy(divisibility: 2)).opcodes
    #expect(opcodes.count { $0 == "ld.global.b16" } == 8)
    #expect(opcodes.count { $0 == "st.global.b16" } == 8)
    #expect(opcodes.count { $0 == "mad.wide.s32" } == 2)
  }

  @Test func equalElementsOfAMaskAreComparedOnce() throws {
    let opcodes = try CompiledText(Self.copy(divisibility: 16)).opcodes
    #expect(opcodes.count { $0 == "ld.global.v4.b32" } == 1)
    #expect(opcodes.count { $0 == "setp.lt.s32" } == 1)
  }

  @Test func twoNumbersAreRoundedByOneInstruction() throws {
    let text = Self.copy(divisibility: 16).replacing(
      "tt.store %qs, %v,",
      with: """
        %w = arith.extf %v : tensor<1024xf16> to tensor<1024xf32>
        %s = arith.addf %w, %w : tensor<1024xf32>
        %t = arith.truncf %s : tensor<1024xf32> to tensor<1024xf16>
        tt.store %qs, %t,
        """)
    let opcodes = try CompiledText(text).opcodes
    #expect(opcodes.count { $0 == "cvt.rn.f16x2.f32" } == 4)
    #expect(opcodes.count { $0 == "cvt.rn.f16.f32" } == 0)
  }
}
