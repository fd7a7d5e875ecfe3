extension OpcodeTable {
  /// Arithmetic on 16-bit floats, one or two in a register (PTX ISA 9.7.4).
  static let halfArithmetic = """
    add|sub|mul[rn][ftz][sat].<T=f16,f16x2> : =T, T, T
    add|sub|mul[rn].<T=bf16,bf16x2> : =T, T, T ; 7.8 sm_90
    fma.rn[ftz][sat].<T=f16,f16x2> : =T, T, T, T
    fma.rn[ftz].relu.<T=f16,f16x2> : =T, T, T, T
    fma.rn[relu].<T=bf16,bf16x2> : =T, T, T, T
    abs|neg[ftz].<T=f16,f16x2> : =T, T
    abs|neg.<T=bf16,bf16x2> : =T, T
    min|max[ftz][NaN].<T=f16,f16x2> : =T, T, T
    min|max[NaN].<T=bf16,bf16x2> : =T, T, T
    min|max[ftz][NaN].xorsign.abs.<T=f16,f16x2> : =T, T, T ; 7.2 sm_86
    min|max[NaN].xorsign.abs.<T=bf16,bf16x2> : =T, T, T ; 7.2 sm_86
    """
}
