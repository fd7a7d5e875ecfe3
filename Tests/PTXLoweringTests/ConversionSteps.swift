/// All conversions that involve floats.
enum ConversionSteps {
  static let floats = [
    "f8E4M3FN", "f8E5M2", "f8E4M3FNUZ", "f8E5M2FNUZ", "f16", "bf16", "f32", "f64",
  ]
  static let integers = ["i1", "i8", "i16", "i32", "i64"]

  static func width(_ type: String) -> Int {
    type.hasPrefix("f8")
      ? 8 : type == "bf16" ? 16 : Int(type.dropFirst()) ?? 0
  }

  /// Conversions between floats, with both roundings where bits are lost.
  static let betweenFloats: [ElementwiseKernel.Step] = floats.flatMap { from in
    floats.flatMap { to -> [ElementwiseKernel.Step] in
      if from == to || (width(from) == width(to) && width(from) > 8) { return [] }
      if width(to) > width(from) {
        return [.init([from], to, "tt.fp_to_fp $0 : $a -> $r")]
      }
      if width(to) == width(from) { return [.init([from], to, "tt.fp_to_fp $0 : $a -> $r")] }
      return ["rtne", "rtz"].map {
        .init([from], to, "tt.fp_to_fp $0, rounding = \($0) : $a -> $r")
      }
    }
  }

  /// Conversions between integers and floats.
  static let withIntegers: [ElementwiseKernel.Step] = integers.flatMap { integer in
    floats.flatMap { float -> [ElementwiseKernel.Step] in
      [
        .init([integer], float, "arith.sitofp $0 : $a to $r"),
        .init([integer], float, "arith.uitofp $0 : $a to $r"),
        .init([float], integer, "arith.fptosi $0 : $a to $r"),
        .init([float], integer, "arith.fptoui $0 : $a to $r"),
      ]
    }
  }
}
