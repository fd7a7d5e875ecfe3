/// Kernels as text, for the tool to read.
enum Kernels {
  /// `z[i] = x[i] + y[i]` for the first `n` elements.
  static let add = """
    module {
      tt.func public @add(%x: !tt.ptr<f32>, %y: !tt.ptr<f32>, %z: !tt.ptr<f32>, %n: i32) {
        %c128 = arith.constant 128 : i32
        %id = tt.get_program_id x : i32
        %start = arith.muli %id, %c128 : i32
        %range = tt.make_range {end = 128 : i32, start = 0 : i32} : tensor<128xi32>
        %starts = tt.splat %start : i32 -> tensor<128xi32>
        %offsets = arith.addi %starts, %range : tensor<128xi32>
        %ns = tt.splat %n : i32 -> tensor<128xi32>
        %mask = arith.cmpi slt, %offsets, %ns : tensor<128xi32>
        %xs = tt.splat %x : !tt.ptr<f32> -> tensor<128x!tt.ptr<f32>>
        %xp = tt.addptr %xs, %offsets : tensor<128x!tt.ptr<f32>>, tensor<128xi32>
        %a = tt.load %xp, %mask : tensor<128x!tt.ptr<f32>>
        %ys = tt.splat %y : !tt.ptr<f32> -> tensor<128x!tt.ptr<f32>>
        %yp = tt.addptr %ys, %offsets : tensor<128x!tt.ptr<f32>>, tensor<128xi32>
        %b = tt.load %yp, %mask : tensor<128x!tt.ptr<f32>>
        %sum = arith.addf %a, %b : tensor<128xf32>
        %zs = tt.splat %z : !tt.ptr<f32> -> tensor<128x!tt.ptr<f32>>
        %zp = tt.addptr %zs, %offsets : tensor<128x!tt.ptr<f32>>, tensor<128xi32>
        tt.store %zp, %sum, %mask : tensor<128x!tt.ptr<f32>>
        tt.return
      }
    }

    """

  /// The same kernel without its mask on the store: it writes past the end.
  static let unmasked = add.replacing("%zp, %sum, %mask :", with: "%zp, %sum :")

  /// A kernel that adds an integer to a float.
  static let mistyped = add.replacing("arith.addf %a, %b", with: "arith.addf %a, %offsets")

  /// A kernel with an operation computed twice.
  static let repeated = """
    tt.func public @twice(%p: !tt.ptr<i32>, %a: i32) {
      %0 = arith.addi %a, %a : i32
      %1 = arith.addi %a, %a : i32
      %2 = arith.muli %0, %1 : i32
      tt.store %p, %2 : !tt.ptr<i32>
      tt.return
    }

    """
}
