extension OpcodeTable {
  /// Counting bits (PTX ISA 9.7.1), logic and shifts (9.7.8) and permuting bytes (9.7.9.7).
  static let bitOperations = """
    popc|clz.<T=b32,b64> : =u32, T
    bfind[shiftamt].<T=$whole> : =u32, T
    brev.<T=b32,b64> : =T, T
    and|or|xor.<T=b16,b32,b64> : =T, T, T
    and|or|xor.pred : =pred, pred, pred
    not.<T=b16,b32,b64> : =T, T
    not.pred : =pred, pred
    lop3.b32 : =b32, b32, b32, b32, #0..255
    shl.<T=b16,b32,b64> : =T, T, u32
    shr.<T=b16,b32,b64,$int> : =T, T, u32
    shf.<l,r>.<clamp,wrap>.b32 : =b32, b32, b32, u32
    prmt.b32[f4e,b4e,rc8,ecl,ecr,rc16] : =b32, b32, b32, b32
    """
}
