extension OpcodeTable {
  /// Barriers that are objects in shared memory (PTX ISA 9.7.13.15).
  ///
  /// An order for the whole cluster costs fences of the whole GPU;
  /// without a word it is the block's.
  static let barrierObjects = """
    mbarrier.init[S=shared].b64 : [S], u32
    mbarrier.init.shared::cta.b64 : [shared::cta], u32 ; 7.8
    mbarrier.inval[S=shared].b64 : [S]
    mbarrier.inval.shared::cta.b64 : [shared::cta] ; 7.8
    mbarrier.expect_tx.relaxed.<cta,cluster>.<S=shared::cta,shared::cluster>.b64 : \
      [S], u32 ; 8.0 sm_90
    mbarrier.complete_tx.relaxed.<cta,cluster>.<S=shared::cta,shared::cluster>.b64 : \
      [S], u32 ; 8.0 sm_90
    mbarrier.<arrive,arrive_drop>[S=shared].b64 : =b64, [S]
    mbarrier.<arrive,arrive_drop>.shared::cta.b64 : =b64_, [shared::cta], u32? ; 7.8 sm_90
    mbarrier.<arrive,arrive_drop>.noComplete[S=shared].b64 : =b64, [S], u32
    mbarrier.<arrive,arrive_drop>.release.<cta,cluster>.shared::cta.b64 : \
      =b64_, [shared::cta], u32? ; 8.0 sm_90
    mbarrier.<arrive,arrive_drop>[release.cta,release.cluster].shared::cluster.b64 : \
      =_, [shared::cluster], u32? ; 8.0 sm_90
    mbarrier.<arrive,arrive_drop>.expect_tx[release.cta,release.cluster].shared::cta.b64 : \
      =b64_, [shared::cta], u32 ; 8.0 sm_90
    mbarrier.<arrive,arrive_drop>.expect_tx[release.cta,release.cluster].shared::cluster.b64 : \
      =_, [shared::cluster], u32 ; 8.0 sm_90
    mbarrier.test_wait[S=shared].b64 : =pred, [S], b64!
    mbarrier.test_wait.parity[S=shared].b64 : =pred, [S], u32 ; 7.1
    mbarrier.test_wait[acquire.cta,acquire.cluster].shared::cta.b64 : \
      =pred, [shared::cta], b64! ; 8.0 sm_90
    mbarrier.test_wait.parity[acquire.cta,acquire.cluster].shared::cta.b64 : \
      =pred, [shared::cta], u32 ; 8.0 sm_90
    mbarrier.try_wait[S=shared].b64 : =pred, [S], b64!, u32? ; 7.8 sm_90
    mbarrier.try_wait.parity[S=shared].b64 : =pred, [S], u32, u32? ; 7.8 sm_90
    mbarrier.try_wait[acquire.cta,acquire.cluster].shared::cta.b64 : \
      =pred, [shared::cta], b64!, u32? ; 8.0 sm_90
    mbarrier.try_wait.parity[acquire.cta,acquire.cluster].shared::cta.b64 : \
      =pred, [shared::cta], u32, u32? ; 8.0 sm_90
    mbarrier.pending_count.b64 : =u32, b64!
    """
}
