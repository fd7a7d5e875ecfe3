extension OpcodeTable {
  /// Comparing and selecting (PTX ISA 9.7.6, 9.7.7).
  static let comparisons = """
    setp.<eq,ne>.<T=b16,b32,b64> : =pred|pred?, T, T
    setp.<$compare>.<T=$int> : =pred|pred?, T, T
    setp.<lo,ls,hi,hs>.<T=u16,u32,u64> : =pred|pred?, T, T
    setp.<$compare,$unordered>[ftz].f32 : =pred|pred?, f32, f32
    setp.<$compare,$unordered>.f64 : =pred|pred?, f64, f64
    setp.<$compare,$unordered>[ftz].f16 : =pred, f16, f16
    setp.<$compare,$unordered>[ftz].f16x2 : =pred|pred, f16x2, f16x2
    setp.<$compare,$unordered>.bf16 : =pred, bf16, bf16 ; 7.8 sm_90
    setp.<$compare,$unordered>.bf16x2 : =pred|pred, bf16x2, bf16x2 ; 7.8 sm_90
    setp.<eq,ne>.<$combine>.<T=b16,b32,b64> : =pred|pred?, T, T, pred-
    setp.<$compare>.<$combine>.<T=$int> : =pred|pred?, T, T, pred-
    setp.<$compare,$unordered>.<$combine>[ftz].f32 : =pred|pred?, f32, f32, pred-
    setp.<$compare,$unordered>.<$combine>.f64 : =pred|pred?, f64, f64, pred-
    selp.<T=b16,b32,b64,$int,f32,f64> : =T, T, T, pred
    """
}
