extension OpcodeTable {
  /// Conversions between generic addresses and those of a state space (PTX ISA 9.7.9.20,
  /// 9.7.9.22).
  static let addressConversions = """
    cvta.<global,shared,local,const>.u64 : =u64, u64^
    cvta.param.u64 : =u64, u64^ ; 7.7
    cvta.to.<global,shared,local,const>.u64 : =u64, u64
    isspacep.<global,shared,local,const> : =pred, u64
    mapa.shared::cluster.<T=u32,u64> : =T, T, u32 ; 7.8 sm_90
    mapa.<T=u32,u64> : =T, T, u32 ; 7.8 sm_90
    getctarank.shared::cluster.<T=u32,u64> : =u32, T ; 7.8 sm_90
    """
}
