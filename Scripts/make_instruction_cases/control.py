"""Branches, loops, calls, guards and the end of threads: PTX ISA 9.3, 9.7.12 and 9.7.19."""

from .case import Case, mask

UNWRITTEN = 0xA5A5A5A5


def make():
    make_branches()
    make_loops()
    make_guards()
    make_ends()
    make_calls()
    make_prints()


def make_branches():
    case = Case("control/if-else", "Lanes that take different ways meet again.", block=40)
    expected = [(t * 3 if t % 3 == 0 else t + 100) + 1 for t in range(40)]
    out = case.output("x32", expected)
    value, rest, p = case.reg("b32"), case.reg("b32"), case.reg("pred")
    case.emit(f"rem.u32 {rest}, {case.thread()}, 3;", f"setp.eq.u32 {p}, {rest}, 0;",
              f"@!{p} bra $else;", f"mul.lo.u32 {value}, {case.thread()}, 3;", "bra.uni $join;")
    case.label("$else")
    case.emit(f"add.u32 {value}, {case.thread()}, 100;")
    case.label("$join")
    case.emit(f"add.u32 {value}, {value}, 1;")
    case.store(case.indexed(out, 4), 32, value)
    case = Case("control/nested", "Branches within branches, four ways in all.")
    out = case.output("x32", [[10, 20, 30, 40][t & 3] + t for t in range(32)])
    bit, p, q = case.reg("b32"), case.reg("pred"), case.reg("pred")
    value = case.reg("b32")
    case.emit(f"and.b32 {bit}, {case.thread()}, 2;", f"setp.ne.u32 {p}, {bit}, 0;",
              f"and.b32 {bit}, {case.thread()}, 1;", f"setp.ne.u32 {q}, {bit}, 0;",
              f"@{p} bra $upper;", f"@{q} bra $one;", f"mov.u32 {value}, 10;", "bra $low;")
    case.label("$one")
    case.emit(f"mov.u32 {value}, 20;")
    case.label("$low")
    case.emit("bra $join;")
    case.label("$upper")
    case.emit(f"@!{q} bra $two;", f"mov.u32 {value}, 40;", "bra $high;")
    case.label("$two")
    case.emit(f"mov.u32 {value}, 30;")
    case.label("$high")
    case.emit("bra $join;")
    case.label("$join")
    case.emit(f"add.u32 {value}, {value}, {case.thread()};")
    case.store(case.indexed(out, 4), 32, value)
    case = Case("control/ballots-in-branches", "Only the lanes of a branch vote in it.")
    out = case.output("x32", [0x55555555 if t % 2 == 0 else 0xAAAAAAAA for t in range(32)])
    bit, p, value, true = case.reg("b32"), case.reg("pred"), case.reg("b32"), case.reg("pred")
    case.emit(f"and.b32 {bit}, {case.thread()}, 1;", f"setp.eq.u32 {p}, {bit}, 0;",
              f"setp.lt.u32 {true}, {bit}, 2;", f"@{p} bra $even;",
              f"vote.sync.ballot.b32 {value}, {true}, 0xaaaaaaaa;", "bra $join;")
    case.label("$even")
    case.emit(f"vote.sync.ballot.b32 {value}, {true}, 0x55555555;")
    case.label("$join")
    case.store(case.indexed(out, 4), 32, value)


def make_loops():
    case = Case("control/trip-counts", "Lanes that leave a loop after different numbers of rounds.")
    trips = [(7 * t) % 13 for t in range(32)]
    out = case.output("x32", [sum(range(n)) for n in trips])
    limit, i, total, p = case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("pred")
    case.emit(f"mul.lo.u32 {limit}, {case.thread()}, 7;", f"rem.u32 {limit}, {limit}, 13;",
              f"mov.u32 {i}, 0;", f"mov.u32 {total}, 0;")
    case.label("$head")
    case.emit(f"setp.ge.u32 {p}, {i}, {limit};", f"@{p} bra $end;",
              f"add.u32 {total}, {total}, {i};", f"add.u32 {i}, {i}, 1;", "bra.uni $head;")
    case.label("$end")
    case.store(case.indexed(out, 4), 32, total)
    case = Case("control/nested-loops", "A loop within a loop, both with counts of every lane.")

    def counted(t):
        total = 0
        for i in range(t % 5):
            for j in range((t + i) % 4):
                total += i * 10 + j + 1
        return total

    out = case.output("x32", [counted(t) for t in range(32)])
    outer, inner, i, j = (case.reg("b32") for _ in range(4))
    total, term, p = case.reg("b32"), case.reg("b32"), case.reg("pred")
    case.emit(f"rem.u32 {outer}, {case.thread()}, 5;", f"mov.u32 {i}, 0;",
              f"mov.u32 {total}, 0;")
    case.label("$outer")
    case.emit(f"setp.ge.u32 {p}, {i}, {outer};", f"@{p} bra $done;",
              f"add.u32 {inner}, {case.thread()}, {i};", f"and.b32 {inner}, {inner}, 3;",
              f"mov.u32 {j}, 0;")
    case.label("$inner")
    case.emit(f"setp.ge.u32 {p}, {j}, {inner};", f"@{p} bra $next;",
              f"mad.lo.u32 {term}, {i}, 10, {j};", f"add.u32 {total}, {total}, {term};",
              f"add.u32 {total}, {total}, 1;", f"add.u32 {j}, {j}, 1;", "bra.uni $inner;")
    case.label("$next")
    case.emit(f"add.u32 {i}, {i}, 1;", "bra.uni $outer;")
    case.label("$done")
    case.store(case.indexed(out, 4), 32, total)
    case = Case("control/break-continue", "A loop with a way out and a way back in its middle.")

    def steps(t):
        n, count = t + 1, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count += 1
            if count == 40:
                break
        return count

    out = case.output("x32", [steps(t) for t in range(32)])
    number, count, bit, p = case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("pred")
    case.emit(f"add.u32 {number}, {case.thread()}, 1;", f"mov.u32 {count}, 0;")
    case.label("$head")
    case.emit(f"setp.eq.u32 {p}, {number}, 1;", f"@{p} bra $end;", f"and.b32 {bit}, {number}, 1;",
              f"add.u32 {count}, {count}, 1;", f"setp.eq.u32 {p}, {bit}, 1;", f"@{p} bra $odd;",
              f"shr.u32 {number}, {number}, 1;", "bra $test;")
    case.label("$odd")
    case.emit(f"mad.lo.u32 {number}, {number}, 3, 1;")
    case.label("$test")
    case.emit(f"setp.lt.u32 {p}, {count}, 40;", f"@{p} bra $head;")
    case.label("$end")
    case.store(case.indexed(out, 4), 32, count)


def make_guards():
    case = Case("control/guards", "Instructions that only some lanes execute, without branches.")
    expected = []
    for t in range(32):
        low, odd = t < 10, t % 2 == 1
        expected += [
            7 if low else 9, t + 5 if odd else t, 1 if low and odd else UNWRITTEN,
            3 if not low and not odd else UNWRITTEN]
    out = case.output("x32", expected)
    a, b, bit = case.reg("b32"), case.reg("b32"), case.reg("b32")
    p, q, r = case.reg("pred"), case.reg("pred"), case.reg("pred")
    place = case.indexed(out, 16)
    case.emit(f"setp.lt.u32 {p}, {case.thread()}, 10;", f"and.b32 {bit}, {case.thread()}, 1;",
              f"setp.eq.u32 {q}, {bit}, 1;", f"mov.u32 {a}, 9;", f"@{p} mov.u32 {a}, 7;",
              f"mov.u32 {b}, {case.thread()};", f"@{q} add.u32 {b}, {b}, 5;")
    case.store(place, 32, a)
    case.store(place, 32, b, 4)
    # A guard on a comparison leaves the predicate of the other lanes as it was.
    case.emit(f"mov.u32 {a}, 1;", f"setp.ne.u32 {r}, {bit}, {bit};",
              f"@{p} setp.eq.u32 {r}, {bit}, 1;", f"@{r} st.global.b32 [{place}+8], {a};",
              f"mov.u32 {a}, 3;", f"or.pred {r}, {p}, {q};",
              f"@!{r} st.global.b32 [{place}+12], {a};")
    case = Case("control/guarded-loads", "Lanes whose guard is false touch no memory.")
    source = case.input("x32", [100, 101, 102, 103])
    out = case.output("x32", [100 + t if t < 4 else 1 for t in range(32)])
    value, p = case.reg("b32"), case.reg("pred")
    from_, to = case.indexed(source, 4), case.indexed(out, 4)
    case.emit(f"setp.lt.u32 {p}, {case.thread()}, 4;", f"mov.u32 {value}, 1;",
              f"@{p} ld.global.b32 {value}, [{from_}];")
    case.store(to, 32, value)


def make_ends():
    case = Case("control/exit", "Lanes that end early.",
                block=64)
    expected = [UNWRITTEN if t < 32 and t % 3 == 0 else t for t in range(64)]
    out = case.output("x32", expected)
    rest, p, q = case.reg("b32"), case.reg("pred"), case.reg("pred")
    place = case.indexed(out, 4)
    case.emit(f"rem.u32 {rest}, {case.thread()}, 3;", f"setp.eq.u32 {p}, {rest}, 0;",
              f"setp.lt.and.u32 {q}, {case.thread()}, 32, {p};", f"@{q} exit;")
    case.store(place, 32, case.thread())
    case.emit("ret;")
    case = Case("control/exit-then-barrier", "A warp that has ended is not waited for.", block=96)
    out = case.output("x32", [UNWRITTEN if 32 <= t < 64 else (t + 64) % 128 for t in range(96)])
    case.lines.insert(0, ".shared .align 4 .b32 data[128];")
    base, at, value, p, q = (case.reg("b32"), case.reg("b32"), case.reg("b32"), case.reg("pred"),
                             case.reg("pred"))
    place = case.indexed(out, 4)
    case.emit(f"setp.ge.u32 {p}, {case.thread()}, 32;",
              f"setp.lt.and.u32 {q}, {case.thread()}, 64, {p};", f"@{q} exit;",
              f"mov.u32 {base}, data;", f"mad.lo.u32 {at}, {case.thread()}, 4, {base};",
              f"st.shared.b32 [{at}], {case.thread()};", "bar.sync 0;",
              f"xor.b32 {at}, {case.thread()}, 64;", f"mad.lo.u32 {at}, {at}, 4, {base};",
              f"ld.shared.b32 {value}, [{at}];")
    case.store(place, 32, value)
    case = Case("control/ret-of-kernel", "A return under a guard ends a thread of the kernel.")
    out = case.output("x32", [UNWRITTEN if t > 20 else t for t in range(32)])
    p, place = case.reg("pred"), case.indexed(out, 4)
    case.emit(f"setp.gt.u32 {p}, {case.thread()}, 20;", f"@{p} ret;")
    case.store(place, 32, case.thread())
    case = Case("control/not-reached", "Instructions that no lane executes do nothing.")
    out = case.output("x32", list(range(32)))
    p, place = case.reg("pred"), case.indexed(out, 4)
    case.emit(f"setp.gt.u32 {p}, {case.thread()}, 32;", f"@{p} trap;", f"@{p} brkpt;")
    case.store(place, 32, case.thread())


def make_calls():
    case = Case("control/call", "A function with two parameters and a result.")
    case.preamble += [
        ".func (.param .b32 sum) weighted(.param .b32 a, .param .b32 b)", "{",
        "  .reg .b32 %x, %y;", "  ld.param.b32 %x, [a];", "  ld.param.b32 %y, [b];",
        "  mad.lo.u32 %x, %x, 3, %y;", "  st.param.b32 [sum], %x;", "  ret.uni;", "}"]
    out = case.output("x32", [3 * t + 7 for t in range(32)] + [3 * (3 * t + 7) + t
                                                              for t in range(32)])
    value, seven = case.reg("b32"), case.reg("b32")
    place = case.indexed(out, 4)
    case.emit(f"mov.u32 {seven}, 7;")
    call(case, "weighted", [case.thread(), seven], value)
    case.store(place, 32, value)
    call(case, "weighted", [value, case.thread()], value, uniform=False)
    case.store(place, 32, value, 128)
    case = Case("control/call-divergent", "Two functions, called by different lanes.")
    for name, constant in [("first", 1000), ("second", 2000)]:
        case.preamble += [
            f".func (.param .b32 result) {name}(.param .b32 a)", "{", "  .reg .b32 %x;",
            "  .reg .pred %p;", "  ld.param.b32 %x, [a];", "  setp.gt.u32 %p, %x, 12;",
            "  @%p bra $large;", f"  add.u32 %x, %x, {constant};", "  st.param.b32 [result], %x;",
            "  ret;", "$large:", "  mov.u32 %x, 5;", "  st.param.b32 [result], %x;", "  ret;", "}"]
    expected = [(5 if t > 12 else t + (2000 if t % 2 else 1000)) + 1 for t in range(32)]
    out = case.output("x32", expected)
    value, bit, p = case.reg("b32"), case.reg("b32"), case.reg("pred")
    place = case.indexed(out, 4)
    case.emit(f"and.b32 {bit}, {case.thread()}, 1;", f"setp.eq.u32 {p}, {bit}, 1;",
              f"@{p} bra $odd;")
    call(case, "first", [case.thread()], value, uniform=False)
    case.emit("bra $join;")
    case.label("$odd")
    call(case, "second", [case.thread()], value, uniform=False)
    case.label("$join")
    case.emit(f"add.u32 {value}, {value}, 1;")
    case.store(place, 32, value)
    case = Case("control/call-nested", "Functions that call functions, without parameters too.")
    case.preamble += [
        ".global .align 4 .b32 counter;",
        ".func count()", "{", "  .reg .b32 %x;", "  mov.u32 %x, 1;",
        "  red.global.add.u32 [counter], %x;", "  ret;", "}",
        ".func (.param .b64 result) square(.param .b64 a)", "{", "  .reg .b64 %x;",
        "  ld.param.b64 %x, [a];", "  mul.lo.u64 %x, %x, %x;", "  call count;",
        "  st.param.b64 [result], %x;", "  ret;", "}",
        ".func (.param .b64 result) fourth(.param .b64 a)", "{", "  .reg .b64 %x;",
        "  ld.param.b64 %x, [a];", "  {", "  .param .b64 in;", "  .param .b64 back;",
        "  st.param.b64 [in], %x;", "  call.uni (back), square, (in);",
        "  ld.param.b64 %x, [back];", "  }", "  {", "  .param .b64 in;", "  .param .b64 back;",
        "  st.param.b64 [in], %x;", "  call.uni (back), square, (in);",
        "  ld.param.b64 %x, [back];", "  }", "  st.param.b64 [result], %x;", "  ret;", "}"]
    out = case.output("x64", [(t + 3) ** 4 for t in range(32)])
    total = case.output("x32", [64])
    wide, value = case.reg("b64"), case.reg("b32")
    place = case.indexed(out, 8)
    case.emit(f"cvt.u64.u32 {wide}, {case.thread()};", f"add.u64 {wide}, {wide}, 3;", "{",
              ".param .b64 in;", ".param .b64 back;", f"st.param.b64 [in], {wide};",
              "call.uni (back), fourth, (in);", f"ld.param.b64 {wide}, [back];", "}")
    case.store(place, 64, wide)
    case.emit("bar.warp.sync 0xffffffff;", f"ld.volatile.global.b32 {value}, [counter];",
              f"st.global.b32 [{total}], {value};")
    case = Case("control/call-recursive", "A function that calls itself.")
    case.preamble += [
        ".func (.param .b32 result) factorial(.param .b32 n)", "{", "  .reg .b32 %n, %m, %x;",
        "  .reg .pred %p;", "  ld.param.b32 %n, [n];", "  setp.gt.u32 %p, %n, 1;",
        "  @%p bra $more;", "  mov.u32 %x, 1;", "  st.param.b32 [result], %x;", "  ret;", "$more:",
        "  sub.u32 %m, %n, 1;", "  {", "  .param .b32 in;", "  .param .b32 back;",
        "  st.param.b32 [in], %m;", "  call (back), factorial, (in);",
        "  ld.param.b32 %x, [back];", "  }", "  mul.lo.u32 %x, %x, %n;",
        "  st.param.b32 [result], %x;", "  ret;", "}"]

    def factorial(n):
        return 1 if n < 2 else n * factorial(n - 1)

    out = case.output("x32", [factorial(t % 10) & mask(32) for t in range(32)])
    value, place = case.reg("b32"), case.indexed(out, 4)
    case.emit(f"rem.u32 {value}, {case.thread()}, 10;")
    call(case, "factorial", [value], value, uniform=False)
    case.store(place, 32, value)
    case = Case("control/call-structures", "Structures as parameter and result.", block=1)
    case.preamble += [
        ".func (.param .align 8 .b8 result[16]) turned(.param .align 8 .b8 given[16])", "{",
        "  .reg .b32 %a<4>;", "  ld.param.v2.b32 {%a0, %a1}, [given];",
        "  ld.param.v2.b32 {%a2, %a3}, [given+8];", "  st.param.v2.b32 [result], {%a3, %a2};",
        "  st.param.b32 [result+8], %a1;", "  st.param.b32 [result+12], %a0;", "  ret;", "}"]
    out = case.output("x32", [4, 3, 2, 1])
    r = [case.reg("b32") for _ in range(4)]
    case.emit("{", ".param .align 8 .b8 in[16];", ".param .align 8 .b8 back[16];")
    for i, register in enumerate(r):
        case.emit(f"mov.u32 {register}, {i + 1};", f"st.param.b32 [in+{4 * i}], {register};")
    case.emit("call.uni (back), turned, (in);", f"ld.param.v2.b32 {{{r[0]}, {r[1]}}}, [back];",
              f"ld.param.b32 {r[2]}, [back+8];", f"ld.param.b32 {r[3]}, [back+12];", "}")
    for i, register in enumerate(r):
        case.store(out, 32, register, 4 * i)


def call(case, name, arguments, result, uniform=True):
    """A call with values of 32 bits."""
    case.emit("{", *(f".param .b32 in{i};" for i in range(len(arguments))), ".param .b32 back;")
    for i, argument in enumerate(arguments):
        case.emit(f"st.param.b32 [in{i}], {argument};")
    listed = ", ".join(f"in{i}" for i in range(len(arguments)))
    case.emit(f"call{'.uni' if uniform else ''} (back), {name}, ({listed});",
              f"ld.param.b32 {result}, [back];", "}")


def make_prints():
    """What `vprintf` writes; its second argument is a buffer of values at their alignments."""
    formats = [
        ("plain", "one line\\n", [], "one line\n"),
        ("integers", "%d %u %x %5d|%-5d|%05d\\n", [-1, 0xFFFFFFFF, 0xBEEF, 42, 42, 42],
         "-1 4294967295 beef    42|42   |00042\n"),
        ("wide", "%lld %llu %llx\\n", [("q", -2), ("q", mask(64)), ("q", 0x123456789ABCDEF)],
         "-2 18446744073709551615 123456789abcdef\n"),
        ("mixed", "%d %f %c%%\\n", [3, ("q", 0x3FF8000000000000), 65], "3 1.500000 A%\n"),
        ("precision", "%.3f|%8.2f|%e\\n",
         [("q", 0x400921FB54442D18), ("q", 0xC002000000000000), ("q", 0x40F86A0000000000)],
         "3.142|   -2.25|1.000000e+05\n"),
    ]
    for name, format, values, text in formats:
        case = Case(f"control/vprintf-{name}", "Text that a thread writes.", block=1)
        data = format.encode().decode("unicode_escape").encode() + b"\0"
        case.preamble += [
            ".extern .func (.param .b32 count) vprintf(.param .b64 format, .param .b64 values);",
            f".global .align 1 .b8 format[{len(data)}] = {{{', '.join(map(str, data))}}};"]
        case.prints = text
        word, wide, address, pointer = (case.reg("b32"), case.reg("b64"), case.reg("b64"),
                                        case.reg("b64"))
        offset, stores = 0, []
        for value in values:
            if isinstance(value, tuple):
                offset = (offset + 7) // 8 * 8
                stores += [f"mov.b64 {wide}, {value[1] & mask(64):#x};",
                           f"st.local.b64 [values+{offset}], {wide};"]
                offset += 8
            else:
                stores += [f"mov.b32 {word}, {value & mask(32):#x};",
                           f"st.local.b32 [values+{offset}], {word};"]
                offset += 4
        case.lines.insert(0, f".local .align 8 .b8 values[{max(8, offset)}];")
        case.emit(*stores, f"cvta.global.u64 {address}, format;",
                  f"cvta.local.u64 {pointer}, values;", "{", ".param .b64 text;",
                  ".param .b64 listed;", ".param .b32 count;",
                  f"st.param.b64 [text], {address};", f"st.param.b64 [listed], {pointer};",
                  "call.uni (count), vprintf, (text, listed);", f"ld.param.b32 {word}, [count];",
                  "}")
