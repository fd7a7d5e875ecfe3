/// Float arithmetic in all formats.
enum ArithmeticSteps {
  static let all: [ElementwiseKernel.Step] = ConversionSteps.floats.flatMap { type in
    ["addf", "subf", "mulf", "divf", "minimumf", "maximumf", "minnumf", "maxnumf"].map {
      ElementwiseKernel.Step([type, type], type, "arith.\($0) $0, $1 : $a")
    } + [
      .init([type], type, "arith.negf $0 : $a"),
      .init([type], type, "math.absf $0 : $a"),
      .init([type], type, "math.floor $0 : $a"),
      .init([type], type, "math.ceil $0 : $a"),
      .init([type, type, type], type, "math.fma $0, $1, $2 : $a"),
      .init([type, type], "i1", "arith.cmpf olt, $0, $1 : $a"),
      .init([type, type], "i1", "arith.cmpf une, $0, $1 : $a"),
    ]
  }

  static let functions: [ElementwiseKernel.Step] = ["f16", "bf16", "f32", "f64"].flatMap { type in
    ["exp", "exp2", "log", "log2", "sin", "cos", "erf", "sqrt", "rsqrt"].map {
      ElementwiseKernel.Step([type], type, "math.\($0) $0 : $a")
    } + [.init([type, type], type, "arith.remf $0, $1 : $a")]
  }
}
