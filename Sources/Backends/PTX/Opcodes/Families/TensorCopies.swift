extension OpcodeTable {
  /// Copies of boxes of tensors by the copy engine, and changes of the maps that describe the
  /// tensors (PTX ISA 9.7.9.25.5, 9.7.9.26 to 9.7.9.28).
  static let tensorCopies = """
    cp.async.bulk.tensor.<D=1..5/1>d.shared::cluster.global[tile].mbarrier::complete_tx::bytes\
      [M=multicast::cluster][H=$hint] : \
      [shared::cluster], [tensor D], [shared::cluster], b16!?M, b64!?H ; 8.0 sm_90
    cp.async.bulk.tensor.<D=1..5/1>d.shared::cta.global[tile].mbarrier::complete_tx::bytes\
      [H=$hint] : [shared::cta], [tensor D], [shared::cta], b64!?H ; 8.6 sm_90
    cp.async.bulk.tensor.<D=1..5/1>d.global.shared::cta[tile].bulk_group[H=$hint] : \
      [tensor D], [shared::cta], b64!?H ; 8.0 sm_90
    cp.async.bulk.prefetch.tensor.<D=1..5/1>d.L2.global[tile][H=$hint] : \
      [tensor D], b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.tensor.<D=1..5/1>d.global.shared::cta.<add,min,max,inc,dec,and,or,xor>\
      [tile].bulk_group[H=$hint] : [tensor D], [shared::cta], b64!?H ; 8.0 sm_90
    tensormap.replace.tile.global_address.<S=global,shared::cta>.b1024.b64 : [S], b64 ; 8.3 sm_90a
    tensormap.replace.tile.rank.<S=global,shared::cta>.b1024.b32 : [S], b32 ; 8.3 sm_90a
    tensormap.replace.tile.<box_dim,global_dim,element_stride>.<S=global,shared::cta>.b1024.b32 : \
      [S], #0..4, b32 ; 8.3 sm_90a
    tensormap.replace.tile.global_stride.<S=global,shared::cta>.b1024.b64 : \
      [S], #0..3, b64 ; 8.3 sm_90a
    tensormap.replace.tile.elemtype.<S=global,shared::cta>.b1024.b32 : [S], #0..12 ; 8.3 sm_90a
    tensormap.replace.tile.<interleave_layout,fill_mode>.<S=global,shared::cta>.b1024.b32 : \
      [S], #0/1 ; 8.3 sm_90a
    tensormap.replace.tile.swizzle_mode.<S=global,shared::cta>.b1024.b32 : [S], #0..3 ; 8.3 sm_90a
    tensormap.cp_fenceproxy.global.shared::cta.tensormap::generic.release.<$scope,cluster>.sync\
      .aligned : [global], [shared::cta], #128 ; 8.3 sm_90
    """
}
