extension OpcodeTable {
  /// Prefetches and policies for the second-level cache (PTX ISA 9.7.9.15 to 9.7.9.19).
  static let prefetches = """
    prefetch.<S=global,local>.<L1,L2> : [S]
    prefetch.global.<L2::evict_last,L2::evict_normal> : [global] ; 7.4
    prefetch.tensormap : [] ; 8.0 sm_90
    createpolicy.fractional.<L2::evict_last,L2::evict_normal,L2::evict_first,L2::evict_unchanged>\
      [L2::evict_first,L2::evict_unchanged].b64 : =b64, f32? ; 7.4
    """
}
