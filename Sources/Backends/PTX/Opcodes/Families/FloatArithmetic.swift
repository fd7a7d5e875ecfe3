extension OpcodeTable {
  /// Arithmetic on 32-bit and 64-bit floats, rounded as IEEE 754 says (PTX ISA 9.7.3).
  static let floatArithmetic = """
    add|sub|mul[$rounding][ftz][sat].f32 : =f32, f32, f32
    add|sub|mul[$rounding].f64 : =f64, f64, f64
    fma.<$rounding>[ftz][sat].f32 : =f32, f32, f32, f32
    fma.<$rounding>.f64 : =f64, f64, f64, f64
    div.<$rounding>[ftz].f32 : =f32, f32, f32
    div.<$rounding>.f64 : =f64, f64, f64
    rcp|sqrt.<$rounding>[ftz].f32 : =f32, f32
    rcp|sqrt.<$rounding>.f64 : =f64, f64
    abs|neg[ftz].f32 : =f32, f32
    abs|neg.f64 : =f64, f64
    min|max[ftz][NaN].f32 : =f32, f32, f32
    min|max[ftz][NaN].xorsign.abs.f32 : =f32, f32, f32 ; 7.2 sm_86
    min|max.f64 : =f64, f64, f64
    copysign.<T=f32,f64> : =T, T, T
    testp.<finite,infinite,number,notanumber,normal,subnormal>.<T=f32,f64> : =pred, T
    """
}
