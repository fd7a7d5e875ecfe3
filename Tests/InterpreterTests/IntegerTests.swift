import Testing

@Suite struct IntegerTests {
  private func binary(_ name: String, _ a: Int32, _ b: Int32) throws -> Int32 {
    try TestOperation("%r = arith.\(name) %a, %b : TI", on: "i32")(
      [a, a], [b, b], as: Int32.self)[0]
  }

  @Test func sumsDifferencesAndProductsWrap() throws {
    #expect(try binary("addi", .max, 1) == .min)
    #expect(try binary("subi", .min, 1) == .max)
    #expect(try binary("muli", 0x10000, 0x10000) == 0)
  }

  @Test func divisionRoundsTowardZero() throws {
    #expect(try binary("divsi", -7, 2) == -3)
    #expect(try binary("remsi", -7, 2) == -1)
    #expect(try binary("divui", -7, 2) == 0x7FFF_FFFC)
    #expect(try binary("remui", -7, 10) == 9)
  }

  @Test func divisionByZeroGivesWhatTheHardwareDoes() throws {
    #expect(try binary("divsi", 5, 0) == -1)
    #expect(try binary("remui", 5, 0) == -1)
    #expect(try binary("divsi", .min, -1) == .min)
    #expect(try binary("remsi", .min, -1) == 0)
  }

  @Test func shiftsByTheWidthOrMoreSaturate() throws {
    #expect(try binary("shli", 1, 32) == 0)
    #expect(try binary("shrsi", -8, 40) == -1)
    #expect(try binary("shrui", -8, 32) == 0)
    #expect(try binary("shrsi", -8, 1) == -4)
  }

  @Test func extremaReadTheSignThatTheirNameSays() throws {
    #expect(try binary("minsi", -1, 1) == -1)
    #expect(try binary("minui", -1, 1) == 1)
    #expect(try binary("maxsi", -1, 1) == 1)
    #expect(try binary("maxui", -1, 1) == -1)
  }

  @Test func highHalfOfProductHasNoSign() throws {
    let high = TestOperation("%r = tt.mulhiui %a, %b : TI", on: "i32")
    #expect(try high([0xD251_1F53, 2], [0xFFFF_FFFF, 3], as: UInt32.self) == [0xD251_1F52, 0])
  }

  @Test(arguments: [
    ("eq", [false, false, true]), ("ne", [true, true, false]), ("slt", [true, false, false]),
    ("ult", [false, true, false]), ("sge", [false, true, true]), ("ugt", [true, false, false]),
  ])
  func comparisons(predicate: String, expected: [Bool]) throws {
    let compare = TestOperation(
      "%r = arith.cmpi \(predicate), %a, %b : TI", on: "i32", to: "i1")
    let found: [UInt8] = try compare([-1, 1, 7, 7] as [Int32], [1, -1, 7, 7])
    #expect(found.prefix(3).map { $0 != 0 } == expected)
  }

  @Test func conversionsKeepOrDropTheSign() throws {
    let signed = TestOperation("%r = arith.extsi %a : TI to TO", on: "i8", to: "i32")
    #expect(try signed([-1, 5] as [Int8], as: Int32.self) == [-1, 5])
    let unsigned = TestOperation("%r = arith.extui %a : TI to TO", on: "i8", to: "i32")
    #expect(try unsigned([-1, 5] as [Int8], as: Int32.self) == [255, 5])
    let narrow = TestOperation("%r = arith.trunci %a : TI to TO", on: "i32", to: "i8")
    #expect(try narrow([0x1FF, 0x80] as [Int32], as: Int8.self) == [-1, -128])
  }

  @Test func absoluteValueOfTheSmallestIsItself() throws {
    let absolute = TestOperation("%r = math.absi %a : TI", on: "i32")
    #expect(try absolute([-5, .min] as [Int32], as: Int32.self) == [5, .min])
  }
}
