extension OpcodeTable {
  /// Products of small matrices by a warp (PTX ISA 9.7.14.5.14).
  ///
  /// The operands are D, A, B and C of D = A * B + C.
  static let matrixOperations = """
    mma.sync.aligned.m16n8k8.row.col.f32.<f16.f16,bf16.bf16>.f32 : \
      ={4*f32}, {2*b32!}, {1*b32!}, {4*f32!}
    mma.sync.aligned.m16n8k8.row.col.f16.f16.f16.f16 : ={2*b32}, {2*b32!}, {1*b32!}, {2*b32!}
    mma.sync.aligned.m16n8k16.row.col.f32.<f16.f16,bf16.bf16>.f32 : \
      ={4*f32}, {4*b32!}, {2*b32!}, {4*f32!}
    mma.sync.aligned.m16n8k16.row.col.f16.f16.f16.f16 : ={2*b32}, {4*b32!}, {2*b32!}, {2*b32!}
    mma.sync.aligned.m16n8k4.row.col.f32.tf32.tf32.f32 : ={4*f32}, {2*b32!}, {1*b32!}, {4*f32!}
    mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 : ={4*f32}, {4*b32!}, {2*b32!}, {4*f32!}
    mma.sync.aligned.m16n8k32.row.col.f32.<e4m3,e5m2>.<e4m3,e5m2>.f32 : \
      ={4*f32}, {4*b32!}, {2*b32!}, {4*f32!} ; 8.4 sm_89
    mma.sync.aligned.m16n8k32.row.col.f16.<e4m3,e5m2>.<e4m3,e5m2>.f16 : \
      ={2*b32}, {4*b32!}, {2*b32!}, {2*b32!} ; 8.7 sm_89
    mma.sync.aligned.m16n8k16.row.col.f32.<e4m3,e5m2>.<e4m3,e5m2>.f32 : \
      ={4*f32}, {2*b32!}, {1*b32!}, {4*f32!} ; 8.7 sm_89
    mma.sync.aligned.m16n8k16.row.col.f16.<e4m3,e5m2>.<e4m3,e5m2>.f16 : \
      ={2*b32}, {2*b32!}, {1*b32!}, {2*b32!} ; 8.7 sm_89
    mma.sync.aligned.m8n8k16.row.col[satfinite].s32.<u8,s8>.<u8,s8>.s32 : \
      ={2*b32}, {1*b32!}, {1*b32!}, {2*b32!}
    mma.sync.aligned.m16n8k16.row.col[satfinite].s32.<u8,s8>.<u8,s8>.s32 : \
      ={4*b32}, {2*b32!}, {1*b32!}, {4*b32!}
    mma.sync.aligned.m16n8k32.row.col[satfinite].s32.<u8,s8>.<u8,s8>.s32 : \
      ={4*b32}, {4*b32!}, {2*b32!}, {4*b32!}
    mma.sync.aligned.m8n8k4.row.col[$rounding].f64.f64.f64.f64 : \
      ={2*f64}, {1*f64!}, {1*f64!}, {2*f64!}
    mma.sync.aligned.m16n8k4.row.col[$rounding].f64.f64.f64.f64 : \
      ={4*f64}, {2*f64!}, {1*f64!}, {4*f64!} ; 7.8 sm_90
    mma.sync.aligned.m16n8k8.row.col[$rounding].f64.f64.f64.f64 : \
      ={4*f64}, {4*f64!}, {2*f64!}, {4*f64!} ; 7.8 sm_90
    mma.sync.aligned.m16n8k16.row.col[$rounding].f64.f64.f64.f64 : \
      ={4*f64}, {8*f64!}, {4*f64!}, {4*f64!} ; 7.8 sm_90
    """
}
