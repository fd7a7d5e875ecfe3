extension OpcodeTable {
  /// Conversions between integers, and between integers and floats (PTX ISA 9.7.9.21).
  ///
  /// A register may be wider than the type of an integer that it holds.
  static let integerConversions = """
    cvt.<T=u8,s8,$int>.<S=u8,s8,$int> : =T~, S~
    cvt.sat.u8.<S=s8,$int> : =u8~, S~
    cvt.sat.s8.<S=u8,$int> : =s8~, S~
    cvt.sat.u16.<S=s8,s16,$whole> : =u16~, S~
    cvt.sat.s16.<S=u16,$whole> : =s16~, S~
    cvt.sat.u32.<S=s8,s16,s32,u64,s64> : =u32~, S~
    cvt.sat.s32.<S=u32,u64,s64> : =s32~, S~
    cvt.sat.u64.<S=s8,s16,s32,s64> : =u64, S~
    cvt.sat.s64.u64 : =s64, u64
    cvt.<$integral>[ftz][sat].<T=u8,s8,$int>.f32 : =T~, f32
    cvt.<$integral>[sat].<T=u8,s8,$int>.f64 : =T~, f64
    cvt.<$integral>[sat].<T=u8,s8,$int>.f16 : =T~, f16
    cvt.<$integral>.<T=$int>.bf16 : =T~, bf16 ; 7.8 sm_90
    cvt.<$rounding>[sat].<T=f16,f32,f64>.<S=u8,s8,$int> : =T, S~
    cvt.<$rounding>.bf16.<S=$int> : =bf16, S~ ; 7.8 sm_90
    cvt.pack.sat.<u16,s16>.s32 : =b32, s32, s32
    cvt.pack.sat.<u8,s8>.s32.b32 : =b32, s32, s32, b32
    """
}
