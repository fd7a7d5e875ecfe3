extension OpcodeTable {
  /// Functions that the machine approximates within a documented error (PTX ISA 9.7.3, 9.7.4).
  static let approximations = """
    div.<approx,full>[ftz].f32 : =f32, f32, f32
    rcp|sqrt|rsqrt|sin|cos|lg2|ex2.approx[ftz].f32 : =f32, f32
    rcp.approx.ftz.f64 : =f64, f64
    rsqrt.approx[ftz].f64 : =f64, f64
    tanh.approx.<T=f32,f16,f16x2> : =T, T
    tanh.approx.<T=bf16,bf16x2> : =T, T ; 7.8 sm_90
    ex2.approx.<T=f16,f16x2> : =T, T
    ex2.approx.ftz.<T=bf16,bf16x2> : =T, T ; 7.8 sm_90
    """
}
