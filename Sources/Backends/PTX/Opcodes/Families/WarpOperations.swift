extension OpcodeTable {
  /// Exchanges between the threads of a warp (PTX ISA 9.7.9.6, 9.7.13.5 to 9.7.13.15).
  static let warpOperations = """
    shfl.sync.<up,down,bfly,idx>.b32 : =b32|pred?, b32, b32, b32, b32
    vote.sync.<all,any,uni>.pred : =pred, pred-, b32
    vote.sync.ballot.b32 : =b32, pred-, b32
    match.any.sync.<T=b32,b64> : =b32, T, b32
    match.all.sync.<T=b32,b64> : =b32|pred?, T, b32
    activemask.b32 : =b32
    redux.sync.<add,min,max>.<T=u32,s32> : =T, T, b32
    redux.sync.<and,or,xor>.b32 : =b32, b32, b32
    elect.sync : =b32_|pred, b32 ; 8.0 sm_90
    bar.warp.sync : b32
    """
}
