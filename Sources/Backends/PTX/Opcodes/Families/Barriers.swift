extension OpcodeTable {
  /// Barriers of blocks and clusters (PTX ISA 9.7.13.1 to 9.7.13.3).
  ///
  /// The number of a barrier should be a constant: one in a register reserves all sixteen.
  static let barriers = """
    bar.sync : b32, b32?
    bar.arrive : b32, b32
    bar.red.popc.u32 : =u32, b32, pred- / =u32, b32, b32, pred-
    bar.red.<and,or>.pred : =pred, b32, pred- / =pred, b32, b32, pred-
    bar.cta.sync : b32, b32? ; 7.8
    bar.cta.arrive : b32, b32 ; 7.8
    barrier.sync[aligned] : b32, b32?
    barrier.arrive[aligned] : b32, b32
    barrier.red.popc[aligned].u32 : =u32, b32, pred- / =u32, b32, b32, pred-
    barrier.red.<and,or>[aligned].pred : =pred, b32, pred- / =pred, b32, b32, pred-
    barrier.cta.sync[aligned] : b32, b32? ; 7.8
    barrier.cta.arrive[aligned] : b32, b32 ; 7.8
    barrier.cluster.arrive[release][aligned] :  ; 7.8 sm_90
    barrier.cluster.arrive.relaxed[aligned] :  ; 8.0 sm_90
    barrier.cluster.wait[acquire][aligned] :  ; 7.8 sm_90
    """
}
