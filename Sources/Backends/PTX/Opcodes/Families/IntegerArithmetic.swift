extension OpcodeTable {
  /// Integer arithmetic (PTX ISA 9.7.1). Carries and bit fields are left out: assemblers have had
  /// errors there, and nothing needs them.
  static let integerArithmetic = """
    add|sub|min|max.<T=$int> : =T, T, T
    add|sub.sat.s32 : =s32, s32, s32
    add|min|max.<T=u16x2,s16x2> : =T, T!, T! ; 8.0 sm_90
    mul.<lo,hi>.<T=$int> : =T, T, T
    mul.wide.u16 : =u32, u16, u16
    mul.wide.s16 : =s32, s16, s16
    mul.wide.u32 : =u64, u32, u32
    mul.wide.s32 : =s64, s32, s32
    mad.<lo,hi>.<T=$int> : =T, T, T, T
    mad.hi.sat.s32 : =s32, s32, s32, s32
    mad.wide.u16 : =u32, u16, u16, u32
    mad.wide.s16 : =s32, s16, s16, s32
    mad.wide.u32 : =u64, u32, u32, u64
    mad.wide.s32 : =s64, s32, s32, s64
    div|rem.<T=$int> : =T, T, T
    abs|neg.<T=s16,s32,s64> : =T, T
    dp4a.<u32,s32>.u32 : =b32, b32, b32, u32
    dp4a.<u32,s32>.s32 : =b32, b32, b32, s32
    """
}
