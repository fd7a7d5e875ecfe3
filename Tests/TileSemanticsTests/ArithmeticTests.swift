import IR
import Testing
import TileSemantics

/// One operator on operands of one type, and the operations that it becomes.
struct OperatorCase: Sendable, CustomTestStringConvertible {
  let op: BinaryOperator
  let type: String
  let ops: [String]

  init(_ op: BinaryOperator, _ type: String, _ ops: String...) {
    (self.op, self.type, self.ops) = (op, type, ops)
  }

  var testDescription: String { "\(op.name) \(type)" }
}

@Suite struct ArithmeticTests {
  @Test(arguments: [
    OperatorCase(.add, "i32[8]", "arith.addi"), OperatorCase(.add, "f16[8]", "arith.addf"),
    OperatorCase(.subtract, "u8", "arith.subi"), OperatorCase(.multiply, "bf16", "arith.mulf"),
    OperatorCase(.multiply, "i64", "arith.muli"),
    OperatorCase(.divide, "f32", "arith.divf"),
    OperatorCase(.divide, "f16", "arith.extf", "arith.extf", "arith.divf"),
    OperatorCase(.divide, "u32", "arith.uitofp", "arith.uitofp", "arith.divf"),
    OperatorCase(.divide, "i32", "arith.sitofp", "arith.sitofp", "arith.divf"),
    OperatorCase(.floorDivide, "i32", "arith.divsi"),
    OperatorCase(.floorDivide, "u32", "arith.divui"),
    OperatorCase(.remainder, "i32", "arith.remsi"), OperatorCase(.remainder, "u8", "arith.remui"),
    OperatorCase(.remainder, "f32", "arith.remf"),
    OperatorCase(.remainder, "bf16", "arith.extf", "arith.extf", "arith.remf"),
    OperatorCase(.and, "i1", "arith.andi"), OperatorCase(.or, "i32", "arith.ori"),
    OperatorCase(.xor, "u64", "arith.xori"), OperatorCase(.shiftLeft, "i32", "arith.shli"),
    OperatorCase(.shiftRight, "i32", "arith.shrsi"),
    OperatorCase(.shiftRight, "u32", "arith.shrui"),
    OperatorCase(.minimum(.none), "f32", "arith.minnumf"),
    OperatorCase(.minimum(.all), "f32", "arith.minimumf"),
    OperatorCase(.maximum(.none), "f16", "arith.maxnumf"),
    OperatorCase(.maximum(.all), "f32", "arith.maximumf"),
    OperatorCase(.maximum(.none), "bf16", "arith.extf", "arith.extf", "arith.maxnumf"),
    OperatorCase(.minimum(.none), "i32", "arith.minsi"),
    OperatorCase(.maximum(.none), "u32", "arith.maxui"),
  ])
  func operatorBecomesOperations(_ test: OperatorCase) throws {
    let lines = try traced([test.type, test.type]) { builder, p in
      _ = try builder.binary(test.op, p[0], p[1])
    }
    #expect(names(lines) == test.ops)
  }

  @Test func pointersMoveByIntegers() throws {
    let lines = try traced(["*f32", "i32[8]", "u32", "u64"]) { builder, p in
      let moved = try builder.binary(.add, p[0], p[1])
      #expect(moved.typeName == "tensor<8x!tt.ptr<f32>>")
      _ = try builder.binary(.add, p[2], p[0])
      _ = try builder.binary(.subtract, p[0], p[3])
    }
    #expect(
      names(lines) == [
        "tt.splat", "tt.addptr", "arith.extui", "tt.addptr", "arith.constant", "arith.subi",
        "tt.addptr",
      ])
  }

  @Test(arguments: [
    (ComparisonOperator.equal, 0, 0, 1), (.notEqual, 1, 1, 13), (.less, 2, 6, 4),
    (.lessOrEqual, 3, 7, 5), (.greater, 4, 8, 2), (.greaterOrEqual, 5, 9, 3),
  ])
  func comparisonsReadTheSign(
    op: ComparisonOperator, signed: Int, unsigned: Int, float: Int
  ) throws {
    let lines = try traced(["i32", "u32", "f32[4]"]) { builder, p in
      for operand in p { try #expect(builder.compare(op, operand, operand).isBoolean) }
    }
    #expect(
      lines == [
        "arith.cmpi predicate=\(signed) : i1", "arith.cmpi predicate=\(unsigned) : i1",
        "arith.cmpf predicate=\(float) : tensor<4xi1>",
      ])
  }

  @Test func selectionBroadcastsAllThree() throws {
    let lines = try traced(["i1[4,1]", "f32[8]", "f32", "i1", "*f32", "*f32"]) { builder, p in
      _ = try builder.select(p[0], p[1], p[2])
      _ = try builder.select(p[3], p[1], p[2])
      _ = try builder.select(p[3], p[4], p[5])
    }
    #expect(
      lines == [
        "tt.splat : tensor<8xf32>", "tt.broadcast : tensor<4x8xi1>",
        "tt.expand_dims axis=0 : tensor<1x8xf32>", "tt.broadcast : tensor<4x8xf32>",
        "tt.expand_dims axis=0 : tensor<1x8xf32>", "tt.broadcast : tensor<4x8xf32>",
        "arith.select : tensor<4x8xf32>",
        "tt.splat : tensor<8xf32>", "tt.splat : tensor<8xi1>", "arith.select : tensor<8xf32>",
        "arith.select : !tt.ptr<f32>",
      ])
  }

  @Test func functionsOfOneNumber() throws {
    let lines = try traced(["f32", "i32", "u8", "i1[4]"]) { builder, p in
      _ = try builder.negate(p[0])
      _ = try builder.not(p[3])
      for operand in p.prefix(3) { _ = try builder.absolute(operand) }
      _ = try builder.sqrtRounded(p[0])
      _ = try builder.divideRounded(p[0], p[0])
      _ = try builder.fusedMultiplyAdd(p[0], p[0], p[0])
      _ = try builder.mulhi(p[1], p[1])
    }
    #expect(
      names(lines) == [
        "arith.constant", "arith.subf", "arith.constant", "tt.splat", "arith.xori", "math.absf",
        "math.absi", "tt.precise_sqrt", "tt.precise_divf", "math.fma", "tt.mulhiui",
      ])
  }

  @Test(arguments: MathFunction.allCases)
  func mathFunctionIsAnOperation(function: MathFunction) throws {
    let lines = try traced(["f64[4]"]) { builder, p in _ = try builder.math(function, p[0]) }
    #expect(lines == ["math.\(function.rawValue) : tensor<4xf64>"])
  }

  @Test func clampOfBFloat16IsFloat() throws {
    let lines = try traced(["bf16[4]", "bf16"]) { builder, p in
      _ = try builder.clamp(p[0], minimum: p[1], maximum: p[1], propagation: .all)
    }
    #expect(
      names(lines) == [
        "arith.extf", "arith.extf", "arith.extf", "tt.splat", "tt.splat", "tt.clampf",
      ])
  }

  @Test func libraryFunctionsBroadcast() throws {
    let lines = try traced(["f32[4]", "f32"]) { builder, p in
      _ = try builder.libdevice("__nv_powf", [p[0], p[1]], resultType: .f32)
    }
    #expect(
      lines == ["tt.splat : tensor<4xf32>", "tt.extern_elementwise pure=true : tensor<4xf32>"])
  }
}
