import IR
import Testing
import TileSemantics

@Suite struct PromotionTests {
  @Test(arguments: [
    ("f64", "i8", "f64"), ("f32", "f64", "f64"), ("f16", "f32", "f32"), ("f16", "bf16", "f16"),
    ("bf16", "bf16", "bf16"), ("bf16", "i32", "f32"), ("f16", "i64", "f16"), ("i8", "i32", "i32"),
    ("u8", "u16", "u16"), ("u32", "i32", "u32"), ("u8", "i32", "i32"), ("u64", "i32", "u64"),
    ("i1", "i8", "i8"), ("i1", "i1", "i1"), ("f8E5M2", "f8E5M2", "f8E5M2"),
    ("f8E5M2", "f8E4M3FN", "f16"), ("f8E5M2", "bf16", "f32"),
  ])
  func operandsMeet(lhs: String, rhs: String, common: String) throws {
    try built([lhs, rhs]) { builder, p in
      try #expect(builder.promotedElement(p[0], p[1]).name == common)
      try #expect(builder.promotedElement(p[1], p[0]).name == common)
      let (first, second) = try builder.promote(p[0], p[1])
      #expect([first.typeName, second.typeName] == [common, common])
    }
  }

  @Test(arguments: [
    ("f16", "f16", "f32"), ("bf16", "bf16", "f32"), ("f32", "f16", "f32"), ("i32", "i8", "i32"),
  ])
  func quotientsMeet(lhs: String, rhs: String, common: String) throws {
    try built([lhs, rhs]) { builder, p in
      try #expect(builder.promotedElement(p[0], p[1], forDivision: true).name == common)
    }
  }

  @Test(arguments: [
    ("i8[4]", NumberLiteral.integer(100), "i8"), ("f16[4]", .float(0.5), "f16"),
    ("f16[4]", .integer(3), "f16"), ("i32[4]", .float(0.5), "f32"), ("i1[4]", .integer(3), "i32"),
    ("u8[4]", .bool(true), "u8"), ("bf16", .integer(1), "bf16"), ("i32", .float(1e300), "f64"),
  ])
  func literalAdapts(type: String, literal: NumberLiteral, element: String) throws {
    try built([type]) { builder, p in
      let (operand, constant) = try builder.promote(p[0], literal)
      #expect(operand.elementName == element)
      #expect(constant.typeName == element)
    }
  }

  @Test(arguments: [
    (NumberLiteral.integer(1), "i32"), (.integer(1 << 31), "u32"), (.integer(1 << 32), "i64"),
    (.float(1), "f32"), (.float(1e39), "f64"), (.float(0), "f32"), (.float(.infinity), "f32"),
    (.float(1e-40), "f64"), (.bool(true), "i1"),
  ])
  func literalHasANaturalType(literal: NumberLiteral, name: String) {
    #expect(literal.naturalType.name == name)
  }

  @Test func quotientOfShortFloatAndLiteralIsWide() throws {
    try built(["f16"]) { builder, p in
      try #expect(builder.promote(p[0], .integer(2), forDivision: true).0.typeName == "f32")
    }
  }

  @Test func pointerStaysBesideALiteral() throws {
    try built(["*f32"]) { builder, p in
      let (pointer, offset) = try builder.promote(p[0], .integer(2))
      #expect(pointer == p[0])
      #expect(offset.type == .i32)
    }
  }
}
