import PTX

/// The functions that trade accuracy for speed: the machine's approximations.
extension RoutineTable {
  mutating func addFast() {
    addReal("fast_sinf") { $0[0].approximated("sin") }
    addReal("fast_cosf") { $0[0].approximated("cos") }
    addReal("fast_tanf") { values in
      let (sine, cosine) = (values[0].approximated("sin"), values[0].approximated("cos"))
      return sine.made("div.approx.f32", sine.operand, cosine.operand)
    }
    addReal("fast_expf") { $0[0].fastExponential() }
    addReal("fast_exp10f") { ($0[0] * 3.321928094887362).approximated("ex2") }
    addReal("fast_logf") { $0[0].approximated("lg2") * Real.logarithmOfTwo.high }
    addReal("fast_log2f") { $0[0].approximated("lg2") }
    addReal("fast_log10f") { $0[0].approximated("lg2") * 0.3010299956639812 }
    addReal("fast_powf") { ($0[1] * $0[0].approximated("lg2")).approximated("ex2") }
    addReal("fast_fdividef") { values in
      values[0].made("div.approx.f32", values[0].operand, values[1].operand)
    }
    addReal("saturatef") { values in
      values[0].made("add.rn.sat.f32", values[0].operand, values[0].constant(0).operand)
    }
    add("rcp64h", "rcp.approx.ftz.f64", .float64)
  }
}
