extension OpcodeTable {
  /// Copies of any number of bytes by the copy engine (PTX ISA 9.7.9.25.4). Size and addresses are
  /// multiples of 16 bytes.
  static let bulkCopies = """
    cp.async.bulk.shared::cluster.global.mbarrier::complete_tx::bytes[M=multicast::cluster]\
      [H=$hint] : [shared::cluster], [global], u32, [shared::cluster], b16!?M, b64!?H ; 8.0 sm_90
    cp.async.bulk.shared::cta.global.mbarrier::complete_tx::bytes[H=$hint] : \
      [shared::cta], [global], u32, [shared::cta], b64!?H ; 8.6 sm_90
    cp.async.bulk.shared::cluster.shared::cta.mbarrier::complete_tx::bytes : \
      [shared::cluster], [shared::cta], u32, [shared::cluster] ; 8.0 sm_90
    cp.async.bulk.global.shared::cta.bulk_group[H=$hint] : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.async.bulk.prefetch.L2.global[H=$hint] : [global], u32, b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.global.shared::cta.bulk_group[H=$hint].add.<u32,s32,u64,f32,f64> : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.global.shared::cta.bulk_group[H=$hint].add.noftz.<f16,bf16> : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.global.shared::cta.bulk_group[H=$hint].<min,max>.<$whole,f16,bf16> : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.global.shared::cta.bulk_group[H=$hint].<inc,dec>.u32 : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.reduce.async.bulk.global.shared::cta.bulk_group[H=$hint].<and,or,xor>.<b32,b64> : \
      [global], [shared::cta], u32, b64!?H ; 8.0 sm_90
    cp.async.bulk.commit_group :  ; 8.0 sm_90
    cp.async.bulk.wait_group[read] : #0..63 ; 8.0 sm_90
    """
}
