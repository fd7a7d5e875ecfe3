extension OpcodeTable {
  /// Stores (PTX ISA 9.7.9.11, 9.7.9.12): plain, with hints to the caches, and with an order.
  static let stores = """
    st[S=global,shared,local,param][V=v2,v4].<T=$narrow> : [S], {V*T~}
    st[S=global,shared,local,param][V=v2].<T=$wide> : [S], {V*T}
    st.shared::cta[V=v2,v4].<T=$narrow> : [shared::cta], {V*T~} ; 7.8
    st.shared::cta[V=v2].<T=$wide> : [shared::cta], {V*T} ; 7.8
    st.shared::cluster[V=v2,v4].<T=$narrow> : [shared::cluster], {V*T~} ; 7.8 sm_90
    st.shared::cluster[V=v2].<T=$wide> : [shared::cluster], {V*T} ; 7.8 sm_90
    st.global.b128 : [global], b128 ; 8.3
    st.global.<wb,cg,cs,wt>[V=v2,v4].<T=$narrow> : [global], {V*T~}
    st.global.<wb,cg,cs,wt>[V=v2].<T=$wide> : [global], {V*T}
    st.global.<$eviction>[V=v2,v4].<T=b8,b16,b32> : [global], {V*T~} ; 7.4
    st.global.<$eviction>[V=v2].b64 : [global], {V*b64} ; 7.4
    st.global[$eviction].L2::cache_hint[V=v2,v4].<T=b8,b16,b32> : [global], {V*T~}, b64 ; 7.4
    st.global[$eviction].L2::cache_hint[V=v2].b64 : [global], {V*b64}, b64 ; 7.4
    st.global.<wb,cg,cs,wt>.L2::cache_hint[V=v2,v4].<T=b8,b16,b32> : [global], {V*T~}, b64 ; 7.4
    st.global.<wb,cg,cs,wt>.L2::cache_hint[V=v2].b64 : [global], {V*b64}, b64 ; 7.4
    st.volatile[S=global,shared][V=v2,v4].<T=$narrow> : [S], {V*T~}
    st.volatile[S=global,shared][V=v2].<T=$wide> : [S], {V*T}
    st.<relaxed,release>.<$scope>[S=global,shared][V=v2,v4].<T=$narrow> : [S], {V*T~}
    st.<relaxed,release>.<$scope>[S=global,shared][V=v2].<T=$wide> : [S], {V*T}
    st.<relaxed,release>.cluster[S=global,shared,shared::cluster][V=v2,v4].<T=$narrow> : \
      [S], {V*T~} ; 7.8 sm_90
    st.<relaxed,release>.cluster[S=global,shared,shared::cluster][V=v2].<T=$wide> : \
      [S], {V*T} ; 7.8 sm_90
    st.async.weak.shared::cluster.mbarrier::complete_tx::bytes[V=v2,v4].<T=b32,u32,s32,f32> : \
      [shared::cluster], {V*T}, [shared::cluster] ; 8.1 sm_90
    st.async.weak.shared::cluster.mbarrier::complete_tx::bytes[V=v2].<T=$wide> : \
      [shared::cluster], {V*T}, [shared::cluster] ; 8.1 sm_90
    """
}
