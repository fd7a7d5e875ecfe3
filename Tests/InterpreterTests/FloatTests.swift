import Testing

@Suite struct FloatTests {
  private func bits(_ values: Float...) -> [UInt32] { values.map(\.bitPattern) }

  private func floats(_ values: [UInt32]) -> [Float] { values.map { Float(bitPattern: $0) } }

  private func binary(_ name: String, _ a: [UInt32], _ b: [UInt32]) throws -> [Float] {
    floats(try TestOperation("%r = \(name) %a, %b : TI", on: "f32")(a, b, as: UInt32.self))
  }

  @Test func arithmeticRoundsOnce() throws {
    #expect(try binary("arith.addf", bits(0x1p24, 1), bits(1, 2)) == [0x1p24, 3])
    #expect(try binary("arith.divf", bits(1, 6), bits(3, 2)) == [1 / 3, 3])
    #expect(try binary("arith.remf", bits(-7.5, 7), bits(2, 4)) == [-1.5, 3])
    #expect(try binary("tt.precise_divf", bits(1, 1), bits(3, 0)) == [1 / 3, .infinity])
  }

  @Test func extremaTreatNaNAsTheirNameSays() throws {
    #expect(try binary("arith.maxnumf", bits(.nan, 1), bits(2, .nan)) == [2, 1])
    #expect(try binary("arith.maximumf", bits(.nan, 1), bits(2, .nan)).allSatisfy(\.isNaN))
    #expect(try binary("arith.minnumf", bits(.nan, 3), bits(2, 1)) == [2, 1])
  }

  @Test func clampPassesNaNOnOnlyWhenAsked() throws {
    let loses = TestOperation("%r = tt.clampf %a, %b, %c, propagateNan = none : TI", on: "f32")
    let wins = TestOperation("%r = tt.clampf %a, %b, %c, propagateNan = all : TI", on: "f32")
    let (value, low, high) = (bits(.nan, 9), bits(-1, -1), bits(1, 1))
    #expect(floats(try loses(value, low, high)) == [-1, 1])
    #expect(floats(try wins(value, low, high))[0].isNaN)
  }

  @Test func comparisonsWithNaN() throws {
    let ordered = TestOperation("%r = arith.cmpf one, %a, %b : TI", on: "f32", to: "i1")
    let unordered = TestOperation("%r = arith.cmpf une, %a, %b : TI", on: "f32", to: "i1")
    #expect(try ordered(bits(.nan, 1), bits(1, 2), as: UInt8.self) == [0, 1])
    #expect(try unordered(bits(.nan, 1), bits(1, 1), as: UInt8.self) == [1, 0])
  }

  @Test func narrowingRoundsToNearestEven() throws {
    let half = TestOperation("%r = arith.truncf %a : TI to TO", on: "f32", to: "f16")
    #expect(try half(bits(1 + 0x1p-11, 70000), as: UInt16.self) == [0x3C00, 0x7C00])
    let brain = TestOperation("%r = arith.truncf %a : TI to TO", on: "f32", to: "bf16")
    #expect(try brain(bits(1 + 0x3p-8, -2), as: UInt16.self) == [0x3F82, 0xC000])
  }

  @Test func narrowingToEightBitsSaturates() throws {
    let e4m3 = TestOperation(
      "%r = tt.fp_to_fp %a, rounding = rtne : TI -> TO", on: "f32", to: "f8E4M3FN")
    #expect(try e4m3(bits(1000, -.infinity), as: UInt8.self) == [0x7E, 0xFE])
    let e5m2 = TestOperation(
      "%r = tt.fp_to_fp %a, rounding = rtne : TI -> TO", on: "f32", to: "f8E5M2")
    #expect(try e5m2(bits(1e6, 1.125), as: UInt8.self) == [0x7B, 0x3C])
  }

  @Test func cuttingBitsOffKeepsInfinity() throws {
    let e5m2 = TestOperation(
      "%r = tt.fp_to_fp %a, rounding = rtz : TI -> TO", on: "f32", to: "f8E5M2")
    #expect(try e5m2(bits(.infinity, 1.24), as: UInt8.self) == [0x7C, 0x3C])
    let half = TestOperation("%r = tt.fp_to_fp %a, rounding = rtz : TI -> TO", on: "f32", to: "f16")
    #expect(try half(bits(1 + 0x1.8p-11, 70000), as: UInt16.self) == [0x3C00, 0x7BFF])
  }

  @Test func conversionsToIntegersTruncateAndSaturate() throws {
    let signed = TestOperation("%r = arith.fptosi %a : TI to TO", on: "f32", to: "i32")
    #expect(try signed(bits(-1.9, 3e9), as: Int32.self) == [-1, .max])
    let unsigned = TestOperation("%r = arith.fptoui %a : TI to TO", on: "f32", to: "i32")
    #expect(try unsigned(bits(-1.9, 3e9), as: UInt32.self) == [0, 3_000_000_000])
  }

  @Test func conversionsFromIntegers() throws {
    let signed = TestOperation("%r = arith.sitofp %a : TI to TO", on: "i8", to: "f32")
    #expect(floats(try signed([-1, 3] as [Int8])) == [-1, 3])
    let unsigned = TestOperation("%r = arith.uitofp %a : TI to TO", on: "i8", to: "f32")
    #expect(floats(try unsigned([-1, 3] as [Int8])) == [255, 3])
  }

  @Test func functionsOfOneFloat() throws {
    func apply(_ name: String, _ value: Float) throws -> Float {
      floats(try TestOperation("%r = \(name) %a : TI", on: "f32")([value.bitPattern, 0]))[0]
    }
    #expect(try apply("math.floor", -1.5) == -2)
    #expect(try apply("math.ceil", -1.5) == -1)
    #expect(try apply("math.sqrt", 9) == 3)
    #expect(try apply("math.rsqrt", 4) == 0.5)
    #expect(try apply("math.exp2", 3) == 8)
    #expect(try apply("math.log2", 8) == 3)
    #expect(try apply("arith.negf", 2) == -2)
    #expect(try apply("math.absf", -2) == 2)
  }

  @Test func multiplyAddRoundsOnce() throws {
    let fma = TestOperation("%r = math.fma %a, %b, %c : TI", on: "f32")
    let x = 1 + Float.ulpOfOne
    let found = floats(try fma(bits(x, 2), bits(x, 3), bits(-(x * x), 4)))
    #expect(found == [0x1p-46, 10])
  }

  @Test func deviceLibraryFunctions() throws {
    let tangent = TestOperation(
      """
      %r = tt.extern_elementwise %a {libname = "", libpath = "", pure = true, \
      symbol = "__nv_tanhf"} : (TI) -> TO
      """, on: "f32")
    #expect(floats(try tangent(bits(0, 100))) == [0, 1])
  }
}
