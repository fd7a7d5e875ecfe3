extension OpcodeTable {
  /// Products of matrices by a warpgroup of 128 threads (PTX ISA 9.7.15), and its registers
  /// (9.7.19.5).
  ///
  /// The first list takes A from shared memory, the second from registers. The predicate says
  /// whether D is added to; then come the signs of A and B and, for 16-bit elements, whether each
  /// in shared memory is transposed.
  static let warpgroupOperations = """
    wgmma.fence.sync.aligned :  ; 8.0 sm_90a
    wgmma.commit_group.sync.aligned :  ; 8.0 sm_90a
    wgmma.wait_group.sync.aligned : #0..7 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8..256/8>k16.f32.<f16.f16,bf16.bf16> : \
      &{N/2*f32}, b64!, b64!, pred-, #-1/1, #-1/1, #0/1, #0/1 / \
      &{N/2*f32}, {4*b32!}, b64!, pred-, #-1/1, #-1/1, #0/1 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8..256/8>k16.f16.f16.f16 : \
      &{N/4*b32}, b64!, b64!, pred-, #-1/1, #-1/1, #0/1, #0/1 / \
      &{N/4*b32}, {4*b32!}, b64!, pred-, #-1/1, #-1/1, #0/1 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8..256/8>k8.f32.tf32.tf32 : \
      &{N/2*f32}, b64!, b64!, pred-, #-1/1, #-1/1 / \
      &{N/2*f32}, {4*b32!}, b64!, pred-, #-1/1, #-1/1 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8..256/8>k32.f32.<e4m3,e5m2>.<e4m3,e5m2> : \
      &{N/2*f32}, b64!, b64!, pred-, #-1/1, #-1/1 / \
      &{N/2*f32}, {4*b32!}, b64!, pred-, #-1/1, #-1/1 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8..256/8>k32.f16.<e4m3,e5m2>.<e4m3,e5m2> : \
      &{N/4*b32}, b64!, b64!, pred-, #-1/1, #-1/1 / \
      &{N/4*b32}, {4*b32!}, b64!, pred-, #-1/1, #-1/1 ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8,24,16..256/16>k32.s32.<u8.u8,s8.s8>[satfinite] : \
      &{N/2*b32}, b64!, b64!, pred- / &{N/2*b32}, {4*b32!}, b64!, pred- ; 8.0 sm_90a
    wgmma.mma_async.sync.aligned.m64n<N=8,24,16..256/16>k32.s32.<u8.s8,s8.u8>[satfinite] : \
      &{N/2*b32}, b64!, b64!, pred- / &{N/2*b32}, {4*b32!}, b64!, pred- ; 8.4 sm_90a
    setmaxnreg.<inc,dec>.sync.aligned.u32 : #24..256/8 ; 8.0 sm_90a
    """
}
