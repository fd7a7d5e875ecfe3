extension OperationText {
  /// All operations that do not hold others, in each form of their text.
  static let simple: [OperationText] = elementwise + conversions + shapes + memory + whole + others

  private static let integers = [
    "addi", "subi", "muli", "divsi", "divui", "remsi", "remui", "andi", "ori", "xori", "shli",
    "shrsi", "shrui", "minsi", "minui", "maxsi", "maxui",
  ]
  private static let floats = [
    "addf", "subf", "mulf", "divf", "remf", "minimumf", "maximumf", "minnumf", "maxnumf",
  ]
  private static let functions = [
    "floor", "ceil", "exp", "exp2", "log", "log2", "sin", "cos", "erf", "sqrt", "rsqrt", "absf",
  ]

  static let elementwise: [OperationText] =
    integers.map { OperationText("%a: i32", "%r = arith.\($0) %a, %a : i32") }
    + floats.map { OperationText("%a: tensor<4xf16>", "%r = arith.\($0) %a, %a : tensor<4xf16>") }
    + functions.map { OperationText("%a: f32", "%r = math.\($0) %a : f32") } + [
      OperationText("%a: i32", "%r = arith.addi %a, %a overflow<nsw, nuw> : i32"),
      OperationText("%a: f32", "%r = arith.mulf %a, %a fastmath<nnan,contract> : f32"),
      OperationText("%a: f32", "%r = arith.negf %a : f32"),
      OperationText("%a: i32", "%r = math.absi %a : i32"),
      OperationText("%a: f32", "%r = math.fma %a, %a, %a : f32"),
      OperationText("%a: i32", "%r = arith.cmpi sle, %a, %a : i32"),
      OperationText("%a: tensor<4xf32>", "%r = arith.cmpf uno, %a, %a : tensor<4xf32>"),
      OperationText("%a: f32", "%r = arith.cmpf true, %a, %a fastmath<fast> : f32"),
      OperationText("%c: i1, %a: f32", "%r = arith.select %c, %a, %a : f32"),
      OperationText("%c: i1, %a: tensor<4xf32>", "%r = arith.select %c, %a, %a : tensor<4xf32>"),
      OperationText(
        "%c: tensor<4xi1>, %a: tensor<4xf32>",
        "%r = arith.select %c, %a, %a : tensor<4xi1>, tensor<4xf32>"),
      OperationText("%a: f32", "%r = tt.precise_sqrt %a : f32"),
      OperationText("%a: f32", "%r = tt.precise_divf %a, %a : f32"),
      OperationText("%a: i32", "%r = tt.mulhiui %a, %a : i32"),
      OperationText("%a: f32", "%r = tt.clampf %a, %a, %a, propagateNan = all : f32"),
      OperationText(
        "%p: tensor<4x!tt.ptr<f32>>, %o: tensor<4xi32>",
        "%r = tt.addptr %p, %o : tensor<4x!tt.ptr<f32>>, tensor<4xi32>"),
      OperationText(
        "%a: f32",
        """
        %r = tt.extern_elementwise %a {libname = "", libpath = "", pure = true, \
        symbol = "__nv_tanf"} : (f32) -> f32
        """),
      OperationText(
        "%a: tensor<4xi32>",
        #"""
        %r:2 = tt.elementwise_inline_asm "add.u32 $0, $2, 1;\0Amov.u32 $1, \22" \#
        {constraints = "=r,=r,r", packed_element = 1 : i32, pure = false} \#
        %a : tensor<4xi32> -> tensor<4xi32>, tensor<4xf32>
        """#),
    ]

  static let conversions: [OperationText] = [
    OperationText("%a: i8", "%r = arith.extsi %a : i8 to i32"),
    OperationText("%a: i8", "%r = arith.extui %a : i8 to i32"),
    OperationText("%a: i32", "%r = arith.trunci %a : i32 to i8"),
    OperationText("%a: f16", "%r = arith.extf %a : f16 to f32"),
    OperationText("%a: f32", "%r = arith.truncf %a : f32 to bf16"),
    OperationText("%a: i32", "%r = arith.sitofp %a : i32 to f32"),
    OperationText("%a: i32", "%r = arith.uitofp %a : i32 to f32"),
    OperationText("%a: f32", "%r = arith.fptosi %a : f32 to i32"),
    OperationText("%a: f32", "%r = arith.fptoui %a : f32 to i32"),
    OperationText("%a: f32", "%r = arith.bitcast %a : f32 to i32"),
    OperationText("%a: i64", "%r = tt.int_to_ptr %a : i64 -> !tt.ptr<f32>"),
    OperationText("%a: !tt.ptr<f32>", "%r = tt.ptr_to_int %a : !tt.ptr<f32> -> i64"),
    OperationText("%a: !tt.ptr<f32>", "%r = tt.bitcast %a : !tt.ptr<f32> -> !tt.ptr<i8>"),
    OperationText("%a: f8E5M2", "%r = tt.fp_to_fp %a : f8E5M2 -> f16"),
    OperationText("%a: f32", "%r = tt.fp_to_fp %a, rounding = rtz : f32 -> f8E4M3FN"),
  ]

  static let shapes: [OperationText] = [
    OperationText("%a: i32", "%r = tt.splat %a : i32 -> tensor<4x2xi32>"),
    OperationText("%a: tensor<1xi32>", "%r = tt.unsplat %a : tensor<1xi32>"),
    OperationText(
      "%a: tensor<4xi32>",
      "%r = tt.expand_dims %a {axis = 1 : i32} : tensor<4xi32> -> tensor<4x1xi32>"),
    OperationText("%a: tensor<4xi32>", "%r = tt.reshape %a : tensor<4xi32> -> tensor<2x2xi32>"),
    OperationText(
      "%a: tensor<4xi32>", "%r = ttg.convert_layout %a : tensor<4xi32> -> tensor<4xi32>"),
    OperationText(
      "%a: tensor<4xi32>",
      "%r = tt.reshape %a allow_reorder efficient_layout : tensor<4xi32> -> tensor<2x2xi32>"),
    OperationText(
      "%a: tensor<1x4xi32>", "%r = tt.broadcast %a : tensor<1x4xi32> -> tensor<2x4xi32>"),
    OperationText("%a: tensor<4xi32>", "%r = tt.cat %a, %a : tensor<4xi32> -> tensor<8xi32>"),
    OperationText("%a: tensor<4xi32>", "%r = tt.join %a, %a : tensor<4xi32> -> tensor<4x2xi32>"),
    OperationText(
      "%a: tensor<4x2xi32>", "%l, %r = tt.split %a : tensor<4x2xi32> -> tensor<4xi32>"),
    OperationText(
      "%a: tensor<4x2xi32>",
      "%r = tt.trans %a {order = array<i32: 1, 0>} : tensor<4x2xi32> -> tensor<2x4xi32>"),
    OperationText("", "%r = tt.make_range {end = 4 : i32, start = 0 : i32} : tensor<4xi32>"),
    OperationText("", "%r = tt.get_program_id y : i32"),
    OperationText("", "%r = tt.get_num_programs z : i32"),
    OperationText("", "%r = ub.poison : tensor<4x!tt.ptr<f32>>"),
    OperationText("", "%r = arith.constant true"),
    OperationText("", "%r = arith.constant -17 : i64"),
    OperationText("", "%r = arith.constant 1.500000e+00 : bf16"),
    OperationText("", "%r = arith.constant dense<0xFF800000> : tensor<4xf32>"),
    OperationText("", "%r = arith.constant dense<[[1, -2], [3, 4]]> : tensor<2x2xi16>"),
    OperationText("", "%r = arith.constant {tt.note = \"x\"} dense<[true, false]> : tensor<2xi1>"),
  ]
}
