extension OpcodeTable {
  /// Conversions between formats of floats, and to integral values (PTX ISA 9.7.9.21).
  ///
  /// Where two values become one register, the first source becomes the upper half.
  static let floatConversions = """
    cvt[ftz][sat].f32.f16 : =f32, f16
    cvt[sat].f64.f16 : =f64, f16
    cvt[ftz][sat].f64.f32 : =f64, f32
    cvt.<$rounding>[ftz][sat].f32.f64 : =f32, f64
    cvt.<$rounding>[ftz][sat].f16.f32 : =f16, f32
    cvt.<$rounding>[sat].f16.f64 : =f16, f64
    cvt.f32.bf16 : =f32, bf16 ; 7.1
    cvt.ftz.f32.bf16 : =f32, bf16 ; 7.8 sm_90
    cvt.f64.bf16 : =f64, bf16 ; 7.8 sm_90
    cvt.<rn,rz>.bf16.f32 : =bf16, f32
    cvt.<$rounding>.bf16.f64 : =bf16, f64 ; 7.8 sm_90
    cvt.<$rounding>.bf16.f16 : =bf16, f16 ; 7.8 sm_90
    cvt.<$rounding>.f16.bf16 : =f16, bf16 ; 7.8 sm_90
    cvt.<rn,rz>.relu.<T=f16,bf16>.f32 : =T, f32
    cvt.<rn,rz>[relu].<T=f16x2,bf16x2>.f32 : =T, f32, f32
    cvt.<rn,rz>[relu].satfinite.<T=f16,bf16>.f32 : =T, f32 ; 8.1
    cvt.<rn,rz>[relu].satfinite.<T=f16x2,bf16x2>.f32 : =T, f32, f32 ; 8.1
    cvt.rna.tf32.f32 : =tf32, f32
    cvt.rna.satfinite.tf32.f32 : =tf32, f32 ; 8.1
    cvt.<rn,rz>[relu].tf32.f32 : =tf32, f32 ; 7.8 sm_90
    cvt.rn.satfinite[relu].<T=e4m3x2,e5m2x2>.f32 : =T, f32, f32 ; 8.1 sm_89
    cvt.rn.satfinite[relu].<T=e4m3x2,e5m2x2>.f16x2 : =T, f16x2 ; 8.1 sm_89
    cvt.rn[relu].f16x2.<T=e4m3x2,e5m2x2> : =f16x2, T ; 8.1 sm_89
    cvt[ftz][sat].f32.f32 : =f32, f32
    cvt[sat].f64.f64 : =f64, f64
    cvt[sat].f16.f16 : =f16, f16
    cvt.<$integral>[ftz][sat].f32.f32 : =f32, f32
    cvt.<$integral>[sat].f64.f64 : =f64, f64
    cvt.<$integral>[sat].f16.f16 : =f16, f16
    cvt.<$integral>.bf16.bf16 : =bf16, bf16 ; 7.8 sm_90
    """
}
