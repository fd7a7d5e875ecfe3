"""Loops, conditions, calls and blocks."""

import numpy as np

from .case import Case


def make_loops():
    case = Case("control-for", "loops that carry numbers; none runs where the end is before")
    bounds = [(0, 10, 1), (3, 20, 4), (5, 5, 1), (9, 2, 3), (-7, 8, 5), (0, 1, 100)]
    x = case.buffer("i32", np.array(bounds, np.int32))
    results = []
    for low, high, step in bounds:
        total, last = 0, -1
        for i in range(low, high, step):
            total, last = total * 3 + i, i
        results.append([total, last])
    y = case.output("i32", np.array(results, np.int32))
    minus, zero, three = (case.constant(v, "i32") for v in (-1, 0, 3))
    for i in range(len(bounds)):
        low, high, step = (case.load(x, "i32", (), start=3 * i + j) for j in range(3))
        case.text(f"""
%sum{i}:2 = scf.for %i{i} = {low} to {high} step {step} iter_args(%t{i} = {zero}, %u{i} = {minus}) -> (i32, i32)  : i32 {{
  %m{i} = arith.muli %t{i}, {three} : i32
  %n{i} = arith.addi %m{i}, %i{i} : i32
  scf.yield %n{i}, %i{i} : i32, i32
}}
""")
        case.store(y, f"%sum{i}#0", "i32", (), start=2 * i)
        case.store(y, f"%sum{i}#1", "i32", (), start=2 * i + 1)

    case = Case("control-for-wide", "a loop that counts in 64 bits, and one without results")
    x = case.buffer("i64", np.array([1 << 40], np.int64))
    y = case.output("i64", np.array([sum(range(1 << 40, (1 << 40) + 50, 7))], np.int64))
    z = case.output("i32", np.arange(0, 40, 5, dtype=np.int32))
    case.text(f"""
%zero = arith.constant 0 : i64
%fifty = arith.constant 50 : i64
%seven = arith.constant 7 : i64
%low = tt.load {x} : !tt.ptr<i64>
%high = arith.addi %low, %fifty : i64
%sum = scf.for %i = %low to %high step %seven iter_args(%t = %zero) -> (i64)  : i64 {{
  %n = arith.addi %t, %i : i64
  scf.yield %n : i64
}}
tt.store {y}, %sum : !tt.ptr<i64>
%none = arith.constant 0 : i32
%one = arith.constant 1 : i32
%five = arith.constant 5 : i32
%eight = arith.constant 8 : i32
scf.for %i = %none to %eight step %one  : i32 {{
  %p = tt.addptr {z}, %i : !tt.ptr<i32>, i32
  %v = arith.muli %i, %five : i32
  tt.store %p, %v : !tt.ptr<i32>
}} {{tt.num_stages = 2 : i32, tt.flatten}}
""")

    case = Case("control-nested", "loops within loops and conditions within those")
    total = np.zeros(16, np.int64)
    for i in range(4):
        for j in range(i, 6):
            total += (np.arange(16) * j if (i + j) % 2 == 0 else -i)
    y = case.output("i32", total.astype(np.int32))
    case.text("""
%c0 = arith.constant 0 : i32
%c1 = arith.constant 1 : i32
%c2 = arith.constant 2 : i32
%c4 = arith.constant 4 : i32
%c6 = arith.constant 6 : i32
%start = arith.constant dense<0> : tensor<16xi32>
%steps = tt.make_range {end = 16 : i32, start = 0 : i32} : tensor<16xi32>
%outer = scf.for %i = %c0 to %c4 step %c1 iter_args(%t = %start) -> (tensor<16xi32>)  : i32 {
  %inner = scf.for %j = %i to %c6 step %c1 iter_args(%u = %t) -> (tensor<16xi32>)  : i32 {
    %s = arith.addi %i, %j : i32
    %r = arith.remsi %s, %c2 : i32
    %even = arith.cmpi eq, %r, %c0 : i32
    %part = scf.if %even -> (tensor<16xi32>) {
      %w = tt.splat %j : i32 -> tensor<16xi32>
      %v = arith.muli %steps, %w : tensor<16xi32>
      scf.yield %v : tensor<16xi32>
    } else {
      %n = arith.subi %c0, %i : i32
      %v = tt.splat %n : i32 -> tensor<16xi32>
      scf.yield %v : tensor<16xi32>
    }
    %k = arith.addi %u, %part : tensor<16xi32>
    scf.yield %k : tensor<16xi32>
  }
  scf.yield %inner : tensor<16xi32>
}
""")
    case.store(y, "%outer", "i32", (16,))


def make_conditions():
    case = Case("control-if", "branches with several results, with none, without an else",
                grid=(4, 1, 1))
    table = np.array([[10, 1], [20, 2], [0, 3], [4, 4]], np.int32)
    x = case.buffer("i32", table)
    results = [(a - b, a * b) if a > b else (a + b, -1) for a, b in table.tolist()]
    y = case.output("i32", np.array(results, np.int32))
    before = np.full(4, 99, np.int32)
    z = case.output("i32", np.array([99, 1, 99, 3], np.int32), before)
    case.text(f"""
%pid = tt.get_program_id x : i32
%zero = arith.constant 0 : i32
%one = arith.constant 1 : i32
%two = arith.constant 2 : i32
%minus = arith.constant -1 : i32
%at = arith.muli %pid, %two : i32
%p = tt.addptr {x}, %at : !tt.ptr<i32>, i32
%p1 = tt.addptr %p, %one : !tt.ptr<i32>, i32
%a = tt.load %p : !tt.ptr<i32>
%b = tt.load %p1 : !tt.ptr<i32>
%above = arith.cmpi sgt, %a, %b : i32
%r:2 = scf.if %above -> (i32, i32) {{
  %d = arith.subi %a, %b : i32
  %m = arith.muli %a, %b : i32
  scf.yield %d, %m : i32, i32
}} else {{
  %s = arith.addi %a, %b : i32
  scf.yield %s, %minus : i32, i32
}}
%q = tt.addptr {y}, %at : !tt.ptr<i32>, i32
%q1 = tt.addptr %q, %one : !tt.ptr<i32>, i32
tt.store %q, %r#0 : !tt.ptr<i32>
tt.store %q1, %r#1 : !tt.ptr<i32>
%odd = arith.remui %pid, %two : i32
%is_odd = arith.cmpi ne, %odd, %zero : i32
scf.if %is_odd {{
  %w = tt.addptr {z}, %pid : !tt.ptr<i32>, i32
  tt.store %w, %pid : !tt.ptr<i32>
}}
""")


def make_while():
    case = Case("control-while", "how many steps the 3n + 1 rule takes to reach one", grid=(16, 1, 1))
    starts = [1, 2, 3, 7, 27, 97, 871, 6171, 5, 6, 9, 11, 12, 15, 18, 19]
    steps, peaks = [], []
    for n in starts:
        count, peak = 0, n
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count, peak = count + 1, max(peak, n)
        steps.append(count)
        peaks.append(peak)
    x = case.buffer("i64", np.array(starts, np.int64))
    y = case.output("i32", np.array(steps, np.int32))
    z = case.output("i64", np.array(peaks, np.int64))
    case.text(f"""
%pid = tt.get_program_id x : i32
%zero = arith.constant 0 : i64
%one = arith.constant 1 : i64
%three = arith.constant 3 : i64
%none = arith.constant 0 : i32
%step = arith.constant 1 : i32
%p = tt.addptr {x}, %pid : !tt.ptr<i64>, i32
%start = tt.load %p : !tt.ptr<i64>
%r:3 = scf.while (%n = %start, %k = %none, %top = %start) : (i64, i32, i64) -> (i64, i32, i64) {{
  %more = arith.cmpi ne, %n, %one : i64
  scf.condition(%more) %n, %k, %top : i64, i32, i64
}} do {{
^bb0(%n: i64, %k: i32, %top: i64):
  %bit = arith.andi %n, %one : i64
  %even = arith.cmpi eq, %bit, %zero : i64
  %next = scf.if %even -> (i64) {{
    %half = arith.shrsi %n, %one : i64
    scf.yield %half : i64
  }} else {{
    %triple = arith.muli %n, %three : i64
    %odd = arith.addi %triple, %one : i64
    scf.yield %odd : i64
  }}
  %count = arith.addi %k, %step : i32
  %peak = arith.maxsi %top, %next : i64
  scf.yield %next, %count, %peak : i64, i32, i64
}}
%q = tt.addptr {y}, %pid : !tt.ptr<i32>, i32
tt.store %q, %r#1 : !tt.ptr<i32>
%w = tt.addptr {z}, %pid : !tt.ptr<i64>, i32
tt.store %w, %r#2 : !tt.ptr<i64>
""")

    case = Case("control-while-types", "the condition hands on other values than it was given")
    y = case.output("f32", np.array([0.5**7], np.float32))
    case.text(f"""
%zero = arith.constant 0 : i32
%one = arith.constant 1 : i32
%seven = arith.constant 7 : i32
%whole = arith.constant 1.000000e+00 : f32
%half = arith.constant 5.000000e-01 : f32
%r = scf.while (%i = %zero, %v = %whole) : (i32, f32) -> f32 {{
  %more = arith.cmpi slt, %i, %seven : i32
  scf.condition(%more) %v : f32
}} do {{
^bb0(%v: f32):
  %w = arith.mulf %v, %half : f32
  %bits = tt.bitcast %w : f32 -> i32
  %shift = arith.constant 23 : i32
  %exponent = arith.shrsi %bits, %shift : i32
  %bias = arith.constant 127 : i32
  %i = arith.subi %bias, %exponent : i32
  scf.yield %i, %w : i32, f32
}}
tt.store {y}, %r : !tt.ptr<f32>
""")


def make_early_return():
    case = Case("control-early-return", "a program that leaves before its end", grid=(8, 1, 1))
    before = np.full(8, -5, np.int32)
    expected = before.copy()
    expected[:5] = np.arange(5) * 10
    n = case.scalar("i32", 5)
    y = case.output("i32", expected, before)
    case.text(f"""
  %pid = tt.get_program_id x : i32
  %outside = arith.cmpi sge, %pid, {n} : i32
  cf.cond_br %outside, ^bb1, ^bb2
^bb1:  // pred: ^bb0
  tt.return
^bb2:  // pred: ^bb0
  %ten = arith.constant 10 : i32
  %v = arith.muli %pid, %ten : i32
  %p = tt.addptr {y}, %pid : !tt.ptr<i32>, i32
  tt.store %p, %v : !tt.ptr<i32>
""")

    case = Case("control-blocks", "branches that pass values, also backward", grid=(6, 1, 1))
    expected = [sum(range(i + 1)) + (100 if i % 2 else 200) for i in range(6)]
    y = case.output("i32", np.array(expected, np.int32))
    case.text(f"""
  %pid = tt.get_program_id x : i32
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %hundred = arith.constant 100 : i32
  %more = arith.constant 200 : i32
  cf.br ^bb1(%zero, %zero : i32, i32)
^bb1(%i: i32, %sum: i32):  // 2 preds: ^bb0, ^bb2
  %inside = arith.cmpi sle, %i, %pid : i32
  cf.cond_br %inside, ^bb2, ^bb3(%sum : i32)
^bb2:  // pred: ^bb1
  %next_sum = arith.addi %sum, %i : i32
  %next = arith.addi %i, %one : i32
  cf.br ^bb1(%next, %next_sum : i32, i32)
^bb3(%total: i32):  // pred: ^bb1
  %bit = arith.andi %pid, %one : i32
  %odd = arith.cmpi ne, %bit, %zero : i32
  cf.cond_br %odd, ^bb4(%hundred : i32), ^bb4(%more : i32)
^bb4(%extra: i32):  // 2 preds: ^bb3, ^bb3
  %v = arith.addi %total, %extra : i32
  %p = tt.addptr {y}, %pid : !tt.ptr<i32>, i32
  tt.store %p, %v : !tt.ptr<i32>
""")


def make_calls():
    case = Case("control-call", "private functions: several results, tiles, calls within calls")
    a = case.random.integers(-50, 50, 16).astype(np.int32)
    x = case.buffer("i32", a)
    y = case.output("i32", np.stack([a * 2 + 3, a * a]).astype(np.int32))
    z = case.output("i32", np.array([-3, -2, -12], np.int32))
    value = case.load(x, "i32", (16,))
    case.text(f"""
%r:2 = tt.call @"helpers.line_and_square__(0,)c2"({value}) : (tensor<16xi32>) -> (tensor<16xi32>, tensor<16xi32>)
%number = arith.constant -17 : i32
%five = arith.constant 5 : i32
%d:2 = tt.call @divide(%number, %five) : (i32, i32) -> (i32, i32)
tt.call @store_sum(%number, %five, {z}) : (i32, i32, !tt.ptr<i32>) -> ()
""")
    case.store(y, "%r#0", "i32", (16,))
    case.store(y, "%r#1", "i32", (16,), start=16)
    case.store(z, "%d#0", "i32", ())
    case.store(z, "%d#1", "i32", (), start=1)
    case.functions.append("""\
  tt.func private @"helpers.line_and_square__(0,)c2"(%x: tensor<16xi32>) -> (tensor<16xi32>, tensor<16xi32>) attributes {noinline = false} {
    %two = arith.constant dense<2> : tensor<16xi32>
    %three = arith.constant dense<3> : tensor<16xi32>
    %double = arith.muli %x, %two : tensor<16xi32>
    %line = arith.addi %double, %three : tensor<16xi32>
    %square = arith.muli %x, %x : tensor<16xi32>
    tt.return %line, %square : tensor<16xi32>, tensor<16xi32>
  }
  tt.func private @divide(%a: i32, %b: i32) -> (i32, i32) attributes {noinline = true} {
    %q = arith.divsi %a, %b : i32
    %r = arith.remsi %a, %b : i32
    tt.return %q, %r : i32, i32
  }
  tt.func private @add(%a: i32, %b: i32) -> i32 attributes {noinline = true} {
    %s = arith.addi %a, %b : i32
    tt.return %s : i32
  }
  tt.func private @store_sum(%a: i32, %b: i32, %p: !tt.ptr<i32>) attributes {noinline = true} {
    %s = tt.call @add(%a, %b) : (i32, i32) -> i32
    %two = arith.constant 2 : i32
    %at = tt.addptr %p, %two : !tt.ptr<i32>, i32
    tt.store %at, %s : !tt.ptr<i32>
    tt.return
  }""")

    case = Case("control-call-early-return", "a function that returns from two places",
                grid=(4, 1, 1))
    y = case.output("i32", np.array([100, 101, 4, 9], np.int32))
    case.text(f"""
%pid = tt.get_program_id x : i32
%v = tt.call @choose(%pid) : (i32) -> i32
%p = tt.addptr {y}, %pid : !tt.ptr<i32>, i32
tt.store %p, %v : !tt.ptr<i32>
""")
    case.functions.append("""\
  tt.func private @choose(%n: i32) -> i32 attributes {noinline = false} {
    %two = arith.constant 2 : i32
    %small = arith.cmpi slt, %n, %two : i32
    cf.cond_br %small, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    %hundred = arith.constant 100 : i32
    %a = arith.addi %n, %hundred : i32
    tt.return %a : i32
  ^bb2:  // pred: ^bb0
    %b = arith.muli %n, %n : i32
    tt.return %b : i32
  }""")


def make_map_elementwise():
    case = Case("control-map-elementwise", "each element takes its own way through blocks")
    a = case.random.integers(-20, 20, 32).astype(np.int32)
    x = case.buffer("i32", a)
    signs = np.sign(a).astype(np.int32)
    logs = np.array([int(v).bit_length() if v > 0 else 0 for v in a], np.int32)
    y = case.output("i32", np.stack([signs, logs]))
    value = case.load(x, "i32", (32,))
    case.text(f"""
%m:2 = "tt.map_elementwise"({value}) <{{pack = 1 : i32}}> ({{
^bb0(%v: i32):
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %minus = arith.constant -1 : i32
  %negative = arith.cmpi slt, %v, %zero : i32
  cf.cond_br %negative, ^bb4(%minus, %zero : i32, i32), ^bb1
^bb1:  // pred: ^bb0
  %nothing = arith.cmpi eq, %v, %zero : i32
  cf.cond_br %nothing, ^bb4(%zero, %zero : i32, i32), ^bb2(%v, %zero : i32, i32)
^bb2(%rest: i32, %count: i32):  // 2 preds: ^bb1, ^bb3
  %more = arith.cmpi ne, %rest, %zero : i32
  cf.cond_br %more, ^bb3, ^bb4(%one, %count : i32, i32)
^bb3:  // pred: ^bb2
  %half = arith.shrui %rest, %one : i32
  %next = arith.addi %count, %one : i32
  cf.br ^bb2(%half, %next : i32, i32)
^bb4(%sign: i32, %log: i32):  // 3 preds: ^bb0, ^bb1, ^bb2
  tt.map_elementwise.return %sign, %log : i32, i32
}}) : (tensor<32xi32>) -> (tensor<32xi32>, tensor<32xi32>)
""")
    case.store(y, "%m#0", "i32", (32,))
    case.store(y, "%m#1", "i32", (32,), start=32)

    case = Case("control-map-elementwise-pack", "two neighbours at a time, two results for each")
    a = case.random.integers(-100, 100, 32).astype(np.int32)
    b = case.random.integers(-100, 100, 32).astype(np.int32)
    x, z = case.buffer("i32", a), case.buffer("i32", b)
    y = case.output("i32", np.stack([a + b, a - b]))
    l, r = case.load(x, "i32", (32,)), case.load(z, "i32", (32,))
    case.text(f"""
%m:2 = "tt.map_elementwise"({l}, {r}) <{{pack = 2 : i32}}> ({{
^bb0(%a0: i32, %a1: i32, %b0: i32, %b1: i32):
  %s0 = arith.addi %a0, %b0 : i32
  %s1 = arith.addi %a1, %b1 : i32
  %d0 = arith.subi %a0, %b0 : i32
  %d1 = arith.subi %a1, %b1 : i32
  tt.map_elementwise.return %s0, %s1, %d0, %d1 : i32, i32, i32, i32
}}) : (tensor<32xi32>, tensor<32xi32>) -> (tensor<32xi32>, tensor<32xi32>)
""")
    case.store(y, "%m#0", "i32", (32,))
    case.store(y, "%m#1", "i32", (32,), start=32)


def make_grid():
    case = Case("control-grid", "program ids and their numbers along three axes", grid=(3, 2, 4))
    rows = [[x, y, z, 3, 2, 4] for z in range(4) for y in range(2) for x in range(3)]
    out = case.output("i32", np.array(rows, np.int32))
    case.text("""
%x = tt.get_program_id x : i32
%y = tt.get_program_id y : i32
%z = tt.get_program_id z : i32
%nx = tt.get_num_programs x : i32
%ny = tt.get_num_programs y : i32
%nz = tt.get_num_programs z : i32
%six = arith.constant 6 : i32
%a = arith.muli %z, %ny : i32
%b = arith.addi %a, %y : i32
%c = arith.muli %b, %nx : i32
%d = arith.addi %c, %x : i32
%e = arith.muli %d, %six : i32
""")
    case.line(f"%row = tt.addptr {out}, %e : !tt.ptr<i32>, i32")
    for i, name in enumerate(("x", "y", "z", "nx", "ny", "nz")):
        case.store("%row", f"%{name}", "i32", (), start=i)


def make_statements():
    case = Case("control-statements", "assumptions, assertions that hold, barriers, unused poison")
    x = case.buffer("i32", np.arange(16, dtype=np.int32))
    y = case.output("i32", np.arange(16, dtype=np.int32) + 1)
    n = case.scalar("i32", 16)
    value = case.load(x, "i32", (16,))
    case.text(f"""
%poison = ub.poison : tensor<16xi32>
%nothing = ub.poison : i32
%one = arith.constant dense<1> : tensor<16xi32>
%zeros = arith.constant dense<0> : tensor<16xi32>
%zero = arith.constant 0 : i32
%positive = arith.cmpi sgt, {n}, %zero : i32
llvm.intr.assume %positive : i1
tt.assert %positive, "n must be positive" : i1
%all = arith.cmpi sge, {value}, %zeros : tensor<16xi32>
tt.assert %all, "element is \\22negative\\22" : tensor<16xi1>
gpu.barrier
%sum = arith.addi {value}, %one {{tt.contiguity = dense<16> : tensor<1xi32>}} : tensor<16xi32>
%yes = arith.constant dense<true> : tensor<16xi1>
%kept = arith.select %yes, %sum, %poison : tensor<16xi1>, tensor<16xi32>
""")
    case.store(y, "%kept", "i32", (16,))


def make():
    make_loops()
    make_conditions()
    make_while()
    make_early_return()
    make_calls()
    make_map_elementwise()
    make_grid()
    make_statements()
