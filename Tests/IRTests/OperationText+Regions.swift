extension OperationText {
  /// Operations that hold others, and branches.
  static let nested: [OperationText] = [
    OperationText(
      "%a: tensor<4x8xf32>",
      """
      %r = "tt.reduce"(%a) <{axis = 1 : i32}> ({
      ^bb0(%x: f32, %y: f32):
        %s = arith.addf %x, %y : f32
        tt.reduce.return %s : f32
      }) : (tensor<4x8xf32>) -> tensor<4xf32>
      """),
    OperationText(
      "%a: tensor<4xf32>",
      """
      %r = "tt.scan"(%a) <{axis = 0 : i32, reverse = false}> ({
      ^bb0(%x: f32, %y: f32):
        tt.scan.return %x : f32
      }) : (tensor<4xf32>) -> tensor<4xf32>
      """),
    OperationText(
      "%a: tensor<4xi32>, %c: i1",
      """
      %r:2 = "tt.map_elementwise"(%a) <{pack = 1 : i32}> ({
      ^bb0(%x: i32):
        cf.cond_br %c, ^bb1, ^bb2(%x : i32)
      ^bb1:  // pred: ^bb0
        cf.br ^bb2(%x : i32)
      ^bb2(%y: i32):  // 2 preds: ^bb0, ^bb1
        tt.map_elementwise.return %x, %y : i32, i32
      }) : (tensor<4xi32>) -> (tensor<4xi32>, tensor<4xi32>)
      """),
    OperationText(
      "%n: i32, %a: f32",
      """
      %r:2 = scf.for %i = %n to %n step %n iter_args(%x = %a, %y = %n) -> (f32, i32)  : i32 {
        scf.yield %x, %i : f32, i32
      } {tt.flatten, tt.num_stages = 3 : i32}
      %s = arith.addf %r#0, %r#0 : f32
      """),
    OperationText(
      "%n: i64",
      """
      scf.for unsigned %i = %n to %n step %n  : i64 {
        gpu.barrier
      }
      """),
    OperationText(
      "%c: i1, %a: f32",
      """
      %r = scf.if %c -> (f32) {
        scf.yield %a : f32
      } else {
        scf.yield %a : f32
      } {tt.note}
      """),
    OperationText(
      "%c: i1",
      """
      scf.if %c {
        gpu.barrier
      } else {
      }
      """),
    OperationText(
      "%c: i1, %n: i32",
      """
      %r = scf.while (%x = %n) : (i32) -> i32 {
        scf.condition(%c) %x : i32
      } do {
      ^bb0(%y: i32):
        scf.yield %y : i32
      } attributes {tt.note = 1 : i32}
      """),
    OperationText(
      "%c: i1",
      """
      scf.while : () -> () {
        scf.condition(%c)
      } do {
        scf.yield
      }
      """),
    OperationText(
      "%p: !tt.ptr<i32>",
      """
      %r = ttg.warp_specialize(%p) attributes {tt.note}
      default {
        %x = tt.load %p : !tt.ptr<i32>
        ttg.warp_yield %x : i32
      }
      partition0(%q: !tt.ptr<i32>) num_warps(4) {
        ttg.warp_return
      }
      partition1(%s: !tt.ptr<i32>) num_warps(1) {
        ttg.warp_return
      } : (!tt.ptr<i32>) -> i32
      """),
  ]
}
