extension OpcodeTable {
  /// Read-modify-write operations that return the value found (PTX ISA 9.7.13.8).
  ///
  /// Without a word for the order they are relaxed, without one for the scope they are for the
  /// GPU.
  static let atomics = """
    atom[$order][$scope][S=global,shared].add.<T=u32,s32,u64,f32,f64> : \
      =T, [S], T
    atom[$order][$scope][S=global,shared].add.noftz.<T=f16,f16x2> : \
      =T, [S], T
    atom[$order][$scope][S=global,shared].add.noftz.<T=bf16,bf16x2> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][$scope][S=global,shared].<min,max>.<T=$whole> : =T, [S], T
    atom[$order][$scope][S=global,shared].<inc,dec>.<T=u32> : =T, [S], T
    atom[$order][$scope][S=global,shared].<and,or,xor>.<T=b32,b64> : \
      =T, [S], T
    atom[$order][$scope][S=global,shared].exch.<T=b32,b64> : =T, [S], T
    atom[$order][$scope][S=global,shared].cas.<T=b16,b32,b64> : \
      =T, [S], T, T
    atom[$order].cluster[S=global,shared].add.<T=u32,s32,u64,f32,f64> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].add.noftz.<T=f16,f16x2> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].add.noftz.<T=bf16,bf16x2> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].<min,max>.<T=$whole> : =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].<inc,dec>.<T=u32> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].<and,or,xor>.<T=b32,b64> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].exch.<T=b32,b64> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order].cluster[S=global,shared].cas.<T=b16,b32,b64> : \
      =T, [S], T, T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.add.<T=u32,s32,u64,f32,f64> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.add.noftz.<T=f16,f16x2> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.add.noftz.<T=bf16,bf16x2> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.<min,max>.<T=$whole> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.<inc,dec>.<T=u32> : =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.<and,or,xor>.<T=b32,b64> : \
      =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.exch.<T=b32,b64> : =T, [S], T ; 7.8 sm_90
    atom[$order][cta,cluster,gpu,sys].<S=shared::cluster>.cas.<T=b16,b32,b64> : \
      =T, [S], T, T ; 7.8 sm_90
    atom[$order][$scope].<S=global>.add.L2::cache_hint.<T=u32,s32,u64,f32,f64> : \
      =T, [S], T, b64 ; 7.4
    atom[$order][$scope].<S=global>.add.noftz.L2::cache_hint.<T=f16,f16x2> : =T, [S], T, b64 ; 7.4
    atom[$order][$scope].<S=global>.add.noftz.L2::cache_hint.<T=bf16,bf16x2> : \
      =T, [S], T, b64 ; 7.8 sm_90
    atom[$order][$scope].<S=global>.<min,max>.L2::cache_hint.<T=$whole> : =T, [S], T, b64 ; 7.4
    atom[$order][$scope].<S=global>.<inc,dec>.L2::cache_hint.<T=u32> : \
      =T, [S], T, b64 ; 7.4
    atom[$order][$scope].<S=global>.<and,or,xor>.L2::cache_hint.<T=b32,b64> : =T, [S], T, b64 ; 7.4
    atom[$order][$scope].<S=global>.exch.L2::cache_hint.<T=b32,b64> : \
      =T, [S], T, b64 ; 7.4
    atom[$order][$scope,cluster].global.add.<V=v2,v4>.f32 : \
      ={V*f32}, [global], {V*f32!} ; 8.1 sm_90
    atom[$order][$scope,cluster].global.<add,min,max>.noftz.<V=v2,v4,v8>.<T=f16,bf16> : \
      ={V*T}, [global], {V*T} ; 8.1 sm_90
    atom[$order][$scope,cluster].global.<add,min,max>.noftz.<V=v2,v4>.<T=f16x2,bf16x2> : \
      ={V*T}, [global], {V*T} ; 8.1 sm_90
    atom[$order][$scope,cluster].global.add.L2::cache_hint.<V=v2,v4>.f32 : \
      ={V*f32}, [global], {V*f32!}, b64 ; 8.1 sm_90
    atom[$order][$scope,cluster].global.<add,min,max>.noftz.L2::cache_hint.<V=v2,v4,v8>.\
      <T=f16,bf16> : ={V*T}, [global], {V*T}, b64 ; 8.1 sm_90
    atom[$order][$scope,cluster].global.<add,min,max>.noftz.L2::cache_hint.<V=v2,v4>.\
      <T=f16x2,bf16x2> : ={V*T}, [global], {V*T}, b64 ; 8.1 sm_90
    """
}
