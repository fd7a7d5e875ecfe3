extension OpcodeTable {
  /// Loads (PTX ISA 9.7.9.8, 9.7.9.9): plain, with hints to the caches, and with an order.
  static let loads = """
    ld[S=global,shared,local,const,param][V=v2,v4].<T=$narrow> : ={V*T~}, [S]
    ld[S=global,shared,local,const,param][V=v2].<T=$wide> : ={V*T}, [S]
    ld.shared::cta[V=v2,v4].<T=$narrow> : ={V*T~}, [shared::cta] ; 7.8
    ld.shared::cta[V=v2].<T=$wide> : ={V*T}, [shared::cta] ; 7.8
    ld.shared::cluster[V=v2,v4].<T=$narrow> : ={V*T~}, [shared::cluster] ; 7.8 sm_90
    ld.shared::cluster[V=v2].<T=$wide> : ={V*T}, [shared::cluster] ; 7.8 sm_90
    ld.global[nc].b128 : =b128, [global] ; 8.3
    ld.global.<ca,cg,cs,lu,cv>[V=v2,v4].<T=$narrow> : ={V*T~}, [global]
    ld.global.<ca,cg,cs,lu,cv>[V=v2].<T=$wide> : ={V*T}, [global]
    ld.global[ca,cg,cs].nc[V=v2,v4].<T=$narrow> : ={V*T~}, [global]
    ld.global[ca,cg,cs].nc[V=v2].<T=$wide> : ={V*T}, [global]
    ld.global[nc].<$eviction>[$prefetch][V=v2,v4].<T=b8,b16,b32> : ={V*T~}, [global] ; 7.4
    ld.global[nc].<$eviction>[$prefetch][V=v2].b64 : ={V*b64}, [global] ; 7.4
    ld.global[nc].<$prefetch>[V=v2,v4].<T=b8,b16,b32> : ={V*T~}, [global] ; 7.4
    ld.global[nc].<$prefetch>[V=v2].b64 : ={V*b64}, [global] ; 7.4
    ld.global[nc][$eviction].L2::cache_hint[$prefetch][V=v2,v4].<T=b8,b16,b32> : \
      ={V*T~}, [global], b64 ; 7.4
    ld.global[nc][$eviction].L2::cache_hint[$prefetch][V=v2].b64 : ={V*b64}, [global], b64 ; 7.4
    ld.global.<ca,cg,cs>[nc].L2::cache_hint[$prefetch][V=v2,v4].<T=b8,b16,b32> : \
      ={V*T~}, [global], b64 ; 7.4
    ld.global.<ca,cg,cs>[nc].L2::cache_hint[$prefetch][V=v2].b64 : ={V*b64}, [global], b64 ; 7.4
    ld.volatile[S=global,shared][V=v2,v4].<T=$narrow> : ={V*T~}, [S]
    ld.volatile[S=global,shared][V=v2].<T=$wide> : ={V*T}, [S]
    ld.<relaxed,acquire>.<$scope>[S=global,shared][V=v2,v4].<T=$narrow> : ={V*T~}, [S]
    ld.<relaxed,acquire>.<$scope>[S=global,shared][V=v2].<T=$wide> : ={V*T}, [S]
    ld.<relaxed,acquire>.cluster[S=global,shared,shared::cluster][V=v2,v4].<T=$narrow> : \
      ={V*T~}, [S] ; 7.8 sm_90
    ld.<relaxed,acquire>.cluster[S=global,shared,shared::cluster][V=v2].<T=$wide> : \
      ={V*T}, [S] ; 7.8 sm_90
    """
}
