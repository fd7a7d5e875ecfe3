extension OpcodeTable {
  /// Read-modify-write operations that return nothing (PTX ISA 9.7.13.9, 9.7.13.10).
  static let reductions = """
    red[relaxed,release][$scope][S=global,shared].add.<T=u32,s32,u64,f32,f64> : [S], T
    red[relaxed,release][$scope][S=global,shared].add.noftz.<T=f16,f16x2> : [S], T
    red[relaxed,release][$scope][S=global,shared].add.noftz.<T=bf16,bf16x2> : [S], T ; 7.8 sm_90
    red[relaxed,release][$scope][S=global,shared].<min,max>.<T=$whole> : [S], T
    red[relaxed,release][$scope][S=global,shared].<inc,dec>.<T=u32> : [S], T
    red[relaxed,release][$scope][S=global,shared].<and,or,xor>.<T=b32,b64> : [S], T
    red[relaxed,release].cluster[S=global,shared].add.<T=u32,s32,u64,f32,f64> : [S], T ; 7.8 sm_90
    red[relaxed,release].cluster[S=global,shared].add.noftz.<T=f16,f16x2> : [S], T ; 7.8 sm_90
    red[relaxed,release].cluster[S=global,shared].add.noftz.<T=bf16,bf16x2> : [S], T ; 7.8 sm_90
    red[relaxed,release].cluster[S=global,shared].<min,max>.<T=$whole> : [S], T ; 7.8 sm_90
    red[relaxed,release].cluster[S=global,shared].<inc,dec>.<T=u32> : [S], T ; 7.8 sm_90
    red[relaxed,release].cluster[S=global,shared].<and,or,xor>.<T=b32,b64> : [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.add.<T=u32,s32,u64,f32,f64> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.add.noftz.<T=f16,f16x2> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.add.noftz.<T=bf16,bf16x2> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.<min,max>.<T=$whole> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.<inc,dec>.<T=u32> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][cta,cluster,gpu,sys].<S=shared::cluster>.<and,or,xor>.<T=b32,b64> : \
      [S], T ; 7.8 sm_90
    red[relaxed,release][$scope].<S=global>.add.L2::cache_hint.<T=u32,s32,u64,f32,f64> : \
      [S], T, b64 ; 7.4
    red[relaxed,release][$scope].<S=global>.add.noftz.L2::cache_hint.<T=f16,f16x2> : \
      [S], T, b64 ; 7.4
    red[relaxed,release][$scope].<S=global>.add.noftz.L2::cache_hint.<T=bf16,bf16x2> : \
      [S], T, b64 ; 7.8 sm_90
    red[relaxed,release][$scope].<S=global>.<min,max>.L2::cache_hint.<T=$whole> : \
      [S], T, b64 ; 7.4
    red[relaxed,release][$scope].<S=global>.<inc,dec>.L2::cache_hint.<T=u32> : [S], T, b64 ; 7.4
    red[relaxed,release][$scope].<S=global>.<and,or,xor>.L2::cache_hint.<T=b32,b64> : \
      [S], T, b64 ; 7.4
    red[relaxed,release][$scope,cluster].global.add.<V=v2,v4>.f32 : [global], {V*f32!} ; 8.1 sm_90
    red[relaxed,release][$scope,cluster].global.<add,min,max>.noftz.<V=v2,v4,v8>.<T=f16,bf16> : \
      [global], {V*T} ; 8.1 sm_90
    red[relaxed,release][$scope,cluster].global.<add,min,max>.noftz.<V=v2,v4>.<T=f16x2,bf16x2> : \
      [global], {V*T} ; 8.1 sm_90
    red[relaxed,release][$scope,cluster].global.add.L2::cache_hint.<V=v2,v4>.f32 : \
      [global], {V*f32!}, b64 ; 8.1 sm_90
    red[relaxed,release][$scope,cluster].global.<add,min,max>.noftz.L2::cache_hint.<V=v2,v4,v8>.\
      <T=f16,bf16> : [global], {V*T}, b64 ; 8.1 sm_90
    red[relaxed,release][$scope,cluster].global.<add,min,max>.noftz.L2::cache_hint.<V=v2,v4>.\
      <T=f16x2,bf16x2> : [global], {V*T}, b64 ; 8.1 sm_90
    red.async.relaxed.cluster.shared::cluster.mbarrier::complete_tx::bytes.<inc,dec>.u32 : \
      [shared::cluster], u32, [shared::cluster] ; 8.1 sm_90
    red.async.relaxed.cluster.shared::cluster.mbarrier::complete_tx::bytes.<min,max>.\
      <T=u32,s32> : [shared::cluster], T, [shared::cluster] ; 8.1 sm_90
    red.async.relaxed.cluster.shared::cluster.mbarrier::complete_tx::bytes.add.<T=u32,s32,u64> : \
      [shared::cluster], T, [shared::cluster] ; 8.1 sm_90
    red.async.relaxed.cluster.shared::cluster.mbarrier::complete_tx::bytes.<and,or,xor>.b32 : \
      [shared::cluster], b32, [shared::cluster] ; 8.1 sm_90
    """
}
