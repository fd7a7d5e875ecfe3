extension OpcodeTable {
  /// Copies of 4, 8 or 16 bytes from global to shared memory that the thread does not wait for
  /// (PTX ISA 9.7.9.25.3). The fourth operand says how many bytes are read; the rest become zero.
  static let asynchronousCopies = """
    cp.async.ca.shared.global : [shared], [global], #4/8/16, b32?
    cp.async.ca.shared.global.<$prefetch> : [shared], [global], #4/8/16, b32? ; 7.4
    cp.async.cg.shared.global : [shared], [global], #16, b32?
    cp.async.cg.shared.global.<$prefetch> : [shared], [global], #16, b32? ; 7.4
    cp.async.ca.shared.global.L2::cache_hint[$prefetch] : \
      [shared], [global], #4/8/16, b64! / [shared], [global], #4/8/16, b32, b64! ; 7.4
    cp.async.cg.shared.global.L2::cache_hint[$prefetch] : \
      [shared], [global], #16, b64! / [shared], [global], #16, b32, b64! ; 7.4
    cp.async.ca.shared::cta.global[$prefetch] : [shared::cta], [global], #4/8/16, b32? ; 7.8
    cp.async.cg.shared::cta.global[$prefetch] : [shared::cta], [global], #16, b32? ; 7.8
    cp.async.commit_group
    cp.async.wait_group : #0..63
    cp.async.wait_all
    cp.async.mbarrier.arrive[noinc][S=shared].b64 : [S]
    cp.async.mbarrier.arrive[noinc].shared::cta.b64 : [shared::cta] ; 7.8
    """
}
