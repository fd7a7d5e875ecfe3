extension OpcodeTable {
  /// Exchanges of 8 by 8 matrices of 16-bit elements with shared memory (PTX ISA 9.7.14.5.15 to
  /// 17).
  static let matrixLoads = """
    ldmatrix.sync.aligned.m8n8.<N=x1,x2,x4>[trans].shared.b16 : ={N*b32}, [shared]
    ldmatrix.sync.aligned.m8n8.<N=x1,x2,x4>[trans].shared::cta.b16 : ={N*b32}, [shared::cta] ; 7.8
    stmatrix.sync.aligned.m8n8.<N=x1,x2,x4>[trans].shared.b16 : [shared], {N*b32!} ; 7.8 sm_90
    stmatrix.sync.aligned.m8n8.<N=x1,x2,x4>[trans].shared::cta.b16 : \
      [shared::cta], {N*b32!} ; 7.8 sm_90
    movmatrix.sync.aligned.m8n8.trans.b16 : =b32, b32! ; 7.8
    """
}
