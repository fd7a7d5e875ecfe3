extension OperationText {
  private static let tile = "%p: tensor<4x!tt.ptr<f32>>, %m: tensor<4xi1>, %v: tensor<4xf32>"
  private static let block = "%p: !tt.ptr<tensor<4x4xf16>>"
  private static let descriptor =
    "%d: !tt.tensordesc<tensor<4x4xf32>>, %i: i32, %v: tensor<4x4xf32>"

  static let memory: [OperationText] = [
    OperationText("%p: !tt.ptr<f32>", "%r = tt.load %p : !tt.ptr<f32>"),
    OperationText(tile, "%r = tt.load %p, %m : tensor<4x!tt.ptr<f32>>"),
    OperationText(
      tile,
      """
      %r = tt.load %p, %m, %v cacheModifier = ca evictionPolicy = evict_last \
      {isVolatile = true} : tensor<4x!tt.ptr<f32>>
      """),
    OperationText(
      block,
      """
      %r = tt.load %p {boundaryCheck = array<i32: 0, 1>, padding = 1 : i32} : \
      !tt.ptr<tensor<4x4xf16>>
      """),
    OperationText(tile, "tt.store %p, %v : tensor<4x!tt.ptr<f32>>"),
    OperationText(
      tile,
      "tt.store %p, %v, %m cacheModifier = cs evictionPolicy = evict_first : tensor<4x!tt.ptr<f32>>"
    ),
    OperationText(
      tile,
      """
      %r = tt.atomic_rmw fadd, acq_rel, gpu, %p, %v, %m : \
      (tensor<4x!tt.ptr<f32>>, tensor<4xf32>, tensor<4xi1>) -> tensor<4xf32>
      """),
    OperationText(
      "%p: !tt.ptr<i32>, %v: i32",
      "%r = tt.atomic_rmw umax, relaxed, sys, %p, %v : (!tt.ptr<i32>, i32) -> i32"),
    OperationText(
      "%p: !tt.ptr<i32>, %v: i32",
      "%r = tt.atomic_cas acquire, cta, %p, %v, %v : (!tt.ptr<i32>, i32, i32) -> i32"),
    OperationText("\(block), %i: i32", "%r = tt.advance %p, [%i, %i] : <tensor<4x4xf16>>"),
    OperationText(
      "%p: !tt.ptr<f16>, %n: i64, %i: i32",
      """
      %r = tt.make_tensor_ptr %p, [%n, %n], [%n, %n], [%i, %i] \
      {order = array<i32: 1, 0>} : <tensor<4x4xf16>>
      """),
    OperationText(
      "%p: !tt.ptr<f16>, %n: i64, %i: i32",
      """
      %r = tt.make_tensor_descriptor %p, [%i, %i], [%n, %n] {padding = 2 : i32} : <f16>, \
      <tensor<4x4xf16>>
      """),
    OperationText(
      descriptor,
      """
      %r = tt.descriptor_load %d[%i, %i] cacheModifier = cg : \
      !tt.tensordesc<tensor<4x4xf32>> -> tensor<4x4xf32>
      """),
    OperationText(
      descriptor,
      "tt.descriptor_store %d[%i, %i], %v : !tt.tensordesc<tensor<4x4xf32>>, tensor<4x4xf32>"),
    OperationText(
      descriptor,
      "tt.descriptor_reduce add, %d[%i, %i], %v : !tt.tensordesc<tensor<4x4xf32>>, tensor<4x4xf32>"),
    OperationText(
      "%d: !tt.tensordesc<tensor<1x8xui8>>, %x: tensor<8xi32>, %y: i32",
      """
      %r = tt.descriptor_gather %d[%x, %y] : \
      (!tt.tensordesc<tensor<1x8xui8>>, tensor<8xi32>, i32) -> tensor<8x8xi8>
      """),
    OperationText(
      "%d: !tt.tensordesc<tensor<1x8xf32>>, %x: tensor<8xi32>, %y: i32, %v: tensor<8x8xf32>",
      """
      tt.descriptor_scatter %d[%x, %y], %v : \
      !tt.tensordesc<tensor<1x8xf32>>, tensor<8xi32>, i32, tensor<8x8xf32>
      """),
  ]

  private static let matrices = "%a: tensor<16x16xf16>, %c: tensor<16x16xf32>"
  private static let scaled =
    "%a: tensor<16x64xf8E4M3FN>, %s: tensor<16x2xi8>, %b: tensor<64x16xf8E5M2>, %c: tensor<16x16xf32>"

  static let whole: [OperationText] = [
    OperationText(
      matrices,
      "%r = tt.dot %a, %a, %c : tensor<16x16xf16> * tensor<16x16xf16> -> tensor<16x16xf32>"),
    OperationText(
      "%a: tensor<16x16xf32>",
      """
      %r = tt.dot %a, %a, %a, inputPrecision = tf32x3 {maxNumImpreciseAcc = 32 : i32} : \
      tensor<16x16xf32> * tensor<16x16xf32> -> tensor<16x16xf32>
      """),
    OperationText(
      scaled,
      """
      %r = tt.dot_scaled %a scale %s, %b scale %s, %c lhs = e4m3 rhs = e5m2 {fastMath = true} : \
      tensor<16x64xf8E4M3FN>, tensor<16x2xi8> * tensor<64x16xf8E5M2>, tensor<16x2xi8> \
      -> tensor<16x16xf32>
      """),
    OperationText(
      scaled,
      """
      %r = tt.dot_scaled %a, %b scale %s, %c lhs = e4m3 rhs = e5m2 {fastMath = false} : \
      tensor<16x64xf8E4M3FN> * tensor<64x16xf8E5M2>, tensor<16x2xi8> -> tensor<16x16xf32>
      """),
    OperationText("%a: tensor<4xi32>", "%r = tt.histogram %a : tensor<4xi32> -> tensor<8xi32>"),
    OperationText(
      "%a: tensor<4xi32>, %m: tensor<4xi1>",
      "%r = tt.histogram %a, %m : tensor<4xi32> -> tensor<8xi32>"),
    OperationText(
      "%a: tensor<4xf32>, %i: tensor<8xi32>",
      """
      %r = tt.gather %a[%i] {axis = 0 : i32, efficient_layout} : \
      (tensor<4xf32>, tensor<8xi32>) -> tensor<8xf32>
      """),
  ]

  static let others: [OperationText] = [
    OperationText("%x: i32", "%r = tt.call @callee(%x) : (i32) -> f32"),
    OperationText(
      "%x: i32, %f: f32",
      "tt.print \" x: \" {hex = true, isSigned = array<i32: 1, 0>} : %x, %f : i32, f32"),
    OperationText("", "tt.print \"here\" {hex = false, isSigned = array<i32>}"),
    OperationText("%c: i1", "tt.assert %c, \"out of \\22range\\22\" : i1"),
    OperationText("%c: i1", "llvm.intr.assume %c : i1"),
    OperationText("", "gpu.barrier"),
    OperationText("", "tt.return"),
    OperationText(
      "%a: i32", "%r = arith.addi %a, %a {tt.divisibility = dense<16> : tensor<1xi32>} : i32"),
  ]
}
