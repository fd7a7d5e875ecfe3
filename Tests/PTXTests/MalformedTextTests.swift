import PTX
import Support
import Testing

/// Text that is not PTX, or not the part of it that is read, is refused where it is wrong.
@Suite struct MalformedTextTests {
  @Test(arguments: modules)
  func wrongModule(text: String, message: String) {
    #expect(diagnosis(of: text) == message)
  }

  @Test(arguments: statements)
  func wrongStatement(text: String, message: String) {
    #expect(diagnosis(of: Self.head + text + "\nret; }") == message)
  }

  @Test func rightStatementIsTaken() {
    #expect(diagnosis(of: Self.head + "add.s32 %r0, %r1, 2;\nret; }") == nil)
  }

  /// Whatever is cut off or changed, the reader ends and does not crash.
  @Test func damagedText() {
    let bytes = DeclarationModule.module.printed().bytes
    for length in stride(from: 0, to: bytes.count, by: 3) {
      _ = try? PTXReading(SourceText(name: "cut.ptx", bytes: Array(bytes[..<length])))
    }
    var state: UInt64 = 1
    for _ in 0..<500 {
      var changed = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      if let reading = try? PTXReading(SourceText(name: "changed.ptx", bytes: changed)) {
        _ = reading.module.violations()
      }
    }
  }

  @Test func deepBlocks() {
    let text = Self.head + String(repeating: "{", count: 100_000)
    #expect(diagnosis(of: text) == "6:257: blocks lie more than 256 deep")
  }

  private func diagnosis(of text: String) -> String? {
    let source = SourceText(name: "module.ptx", text: text)
    do {
      let reading = try PTXReading(source)
      guard let violation = reading.firstViolation(in: source) else { return nil }
      return "\(violation.position.line): \(violation.message)"
    } catch {
      return "\(error.position.line):\(error.position.column): \(error.message)"
    }
  }

  private static let head = """
    .version 8.0
    .target sm_90a
    .address_size 64
    .visible .entry k(.param .u64 p) {
    .reg .pred %p<2>; .reg .b32 %r<4>; .reg .b64 %rd<4>; .reg .f32 %f<4>;

    """

  private static let modules: [(String, String)] = [
    ("", "1:1: expected '.version' at the start of the module, found the end of the text"),
    ("hello", "1:1: expected '.version' at the start of the module, found 'hello'"),
    (".target sm_80", "1:1: expected '.version' at the start of the module, found '.target'"),
    (".version 8", "1:10: expected a version such as 8.0, found '8'"),
    (".version 8.0.1\n.target sm_80", "1:10: '8.0.1' is not a number"),
    (".version 8.0 .version 8.0", "1:14: expected '.target' after the version, found '.version'"),
    (".version 8.0\n.target", "2:8: expected a target such as sm_90a, found the end of the text"),
    (
      ".version 8.0\n.target compute_80",
      "2:9: expected a target such as sm_90a, found 'compute_80'"
    ),
    (".version 8.0\n.target sm_80, 5", "2:16: expected an option of the target, found '5'"),
    (start + ".address_size 32", "3:15: the size of addresses is 32, expected 64"),
    (
      start + "entry k() {}",
      "3:1: expected a declaration of a function or a variable, found 'entry'"
    ),
    (start + ".entry", "3:7: expected the name of a function, found the end of the text"),
    (
      start + ".entry k",
      "3:9: expected '{' before the body of a function, found the end of the text"
    ),
    (
      start + ".entry k()",
      "3:11: expected '{' before the body of a function, found the end of the text"
    ),
    (
      start + ".entry k(.param .u64 p, ) { ret; }",
      "3:25: expected '.param' before a parameter, found ')'"
    ),
    (
      start + ".entry k(.param .u64 p, .param .u32 p) { ret; }",
      "3:8: two parameters of 'k' have the same name"
    ),
    (
      start + ".entry k(.reg .u64 p) { ret; }",
      "3:10: expected '.param' before a parameter, found '.reg'"
    ),
    (start + ".entry k(.param .pred p) { ret; }", "3:23: a parameter cannot be a predicate"),
    (
      start + ".entry k(.param u64 p) { ret; }",
      "3:17: expected the type of a parameter, found 'u64'"
    ),
    (
      start + ".entry k(.param .align 3 .b8 p[128]) { ret; }",
      "3:24: alignment 3 is not a power of two"
    ),
    (
      start + ".entry k(.param .b8 p[0]) { ret; }",
      "3:23: the number of elements is 0, expected 1 to 1048576"
    ),
    (start + ".entry (.param .u64 p) k() { ret; }", "3:8: a kernel cannot return a value"),
    (
      start + ".entry k() .reqntid x { ret; }",
      "3:21: expected a number along the first axis, found 'x'"
    ),
    (
      start + ".entry k() .fast { ret; }",
      "3:12: expected a directive of a function, found '.fast'"
    ),
    (start + ".entry k() { ret; } .entry k() { ret; }", "3:28: 'k' is declared a second time"),
    (
      start + ".entry k() { ret;",
      "3:18: expected '}' after the body of 'k', found the end of the text"
    ),
    (start + ".entry k() { /* ret; }", "3:14: comment does not end"),
    (start + ".visible .extern .entry k();", "3:10: '.extern' after '.visible'"),
    (start + ".shared .b32 a[4]; .shared .b32 a[4];", "3:20: 'a' is declared a second time"),
    (
      start + ".shared .b32 a[4] = {1};",
      "3:21: a variable in shared memory cannot have an initial value"
    ),
    (start + ".global .b32 a[2] = {1, 2, 3};", "3:21: 3 initial values for 2 elements"),
    (start + ".global .b32 a[2] = {1, 2;", "3:26: expected '}' after initial values, found ';'"),
    (start + ".global .u64 a = b;", "3:18: unknown name 'b'"),
    (start + ".global .pred a;", "3:15: a variable cannot be a predicate"),
    (start + ".global .b32 a[-1];", "3:16: expected the number of elements, found '-'"),
    (start + ".global .b32 a", "3:15: expected ';' after a variable, found the end of the text"),
    (start + ".global .v4 .b32 a[2];", "3:20: an array of vectors is not among what is read"),
    (
      start + ".local .b32 a;",
      "3:1: expected a declaration of a function or a variable, found '.local'"
    ),
    (start + ".file 1 name", "3:9: expected the path of a file in quotes, found 'name'"),
    (start + ".file 1 \"name\n.entry k() {}", "3:9: text in quotes does not end on its line"),
    (start + ".file 1 \"a\"\n.file 1 \"b\"", "4:7: file 1 is declared a second time"),
    (start + ".section .debug { .b8 1", "3:10: section does not end"),
    (start + "\u{0}", "3:1: unexpected character '\\u{0}'"),
    (start + "é", "3:1: unexpected character 'é'"),
  ]

  private static let start = ".version 8.0\n.target sm_90a\n"

  private static let statements: [(String, String)] = [
    ("add.s32 %r0, %r1, 2", "7:1: expected ';' after an instruction, found 'ret'"),
    ("add.s32 %r0 %r1, 2;", "6:13: expected ';' after an instruction, found '%r1'"),
    ("add.s32 %r0, %r4, 2;", "6:14: register '%r4' is not declared"),
    ("add.s32 %r0, %x, 2;", "6:14: register '%x' is not declared"),
    ("add.s32 %r0, y, 2;", "6:14: 'y' is not declared"),
    ("add.s32 %r0, , 2;", "6:14: expected an operand, found ','"),
    ("add.s32 %r0, 0x, 2;", "6:14: '0x' is not a number"),
    ("add.s32 %r0, 09, 2;", "6:14: '09' is not a number"),
    ("add.s32 %r0, 12ab, 2;", "6:14: '12ab' is not a number"),
    ("add.s32 %r0, 99999999999999999999, 2;", "6:14: '99999999999999999999' is not a number"),
    ("add.s32 %r0, -9223372036854775809, 2;", "6:14: -9223372036854775809 does not fit in 64 bits"),
    ("add.s32 %r0, -%r1, 2;", "6:15: expected a number after '-', found '%r1'"),
    ("add.f32 %f0, 0f3F80, %f1;", "6:14: '0f3f80' is not a number"),
    ("add.s33 %r0, %r1, 2;", "6:1: 'add.s33' is not among the forms of 'add' that may be used"),
    ("adds %r0, %r1, 2;", "6:1: unknown opcode 'adds'"),
    ("%r0 = add;", "6:1: unknown opcode '%r0'"),
    ("@ add.s32 %r0, %r1, 2;", "6:3: register 'add.s32' is not declared"),
    ("@%p9 add.s32 %r0, %r1, 2;", "6:2: register '%p9' is not declared"),
    ("@!1 add.s32 %r0, %r1, 2;", "6:3: expected a register, found '1'"),
    ("@%p1 ;", "6:6: expected an opcode, found ';'"),
    ("@%p1 { ret; }", "6:6: expected an opcode, found '{'"),
    ("ld.global.b32 %r0, %rd1];", "6:24: expected ';' after an instruction, found ']'"),
    ("ld.global.b32 %r0, [%rd1;", "6:25: expected ']' after an address, found ';'"),
    ("ld.global.b32 %r0, [%rd1+%r1];", "6:26: expected an offset, found '%r1'"),
    ("ld.global.b32 %r0, [%tid.x];", "6:21: expected an address, found '%tid.x'"),
    ("ld.global.b32 %r0, [];", "6:21: expected an operand, found ']'"),
    ("ld.global.v2.b32 {%r0, %r1, [%rd1];", "6:29: expected an operand, found '['"),
    ("ld.param.b32 %r0, [q];", "6:20: 'q' is not declared"),
    ("shfl.sync.bfly.b32 %r0|1, %r1, 1, 31, -1;", "6:24: expected a register, found '1'"),
    ("setp.eq.s32 %p0|%r9, %r1, 1;", "6:17: register '%r9' is not declared"),
    ("bra;", "6: 'bra' has 0 operands, expected 1"),
    (
      "add.s32 %f0, %r1, 2;",
      "6: operand 1 of 'add.s32' is the f32 register %f0, expected a register for s32"
    ),
    ("add.s32 %r0, %r1;", "6: 'add.s32' has 2 operands, expected 3"),
    ("add.s32 %r0, %r1, 2, 3;", "6: 'add.s32' has 4 operands, expected 3"),
    (
      "add.s32 5, %r1, 2;",
      "6: operand 1 of 'add.s32' is the constant 5, expected a register for s32"
    ),
    (
      "add.s32 %r0, %r1, %tid.x;",
      "6: operand 3 of 'add.s32' is the special register %tid.x, expected a register for s32 or a constant"
    ),
    (
      "add.s32 %r0, %r1, 0f00000000;",
      "6: operand 3 of 'add.s32' is a 32-bit float constant, expected a register for s32 or a constant"
    ),
    (
      "add.f32 %f0, %f1, 1;",
      "6: operand 3 of 'add.f32' is the constant 1, expected a register for f32 or a constant"
    ),
    (
      "mov.u64 %rd0, %tid.x;",
      "6: operand 2 of 'mov.u64' is the special register %tid.x, expected a register for u64, a special register, a symbol or a constant"
    ),
    ("@%r0 ret;", "6: guard %r0 is not a predicate"),
    (
      "ld.global.b32 %r0, [%r1];",
      "6: operand 2 of 'ld.global.b32' is an address in %r1, expected an address in global memory"
    ),
    (
      "ld.global.b64 %r0, [%rd1];",
      "6: operand 1 of 'ld.global.b64' is the b32 register %r0, expected a register for b64"
    ),
    (
      "ld.global.b32 %r0, [p];",
      "6: operand 2 of 'ld.global.b32' is an address in 'p', expected an address in global memory"
    ),
    (
      "ld.global.v2.b32 %r0, [%rd1];",
      "6: operand 1 of 'ld.global.v2.b32' is the b32 register %r0, expected a vector of 2 registers for b32"
    ),
    (
      "ld.global.v2.b32 {%r0}, [%rd1];",
      "6: operand 1 of 'ld.global.v2.b32' is the b32 register %r0, expected a vector of 2 registers for b32"
    ),
    (
      "cvt.u64.u32 %r0, %r1;",
      "6: operand 1 of 'cvt.u64.u32' is the b32 register %r0, expected a register for u64"
    ),
    (
      "setp.eq.s32 %r0, %r1, 1;",
      "6: operand 1 of 'setp.eq.s32' is the b32 register %r0, expected a register for pred and perhaps a predicate"
    ),
    (
      "selp.b32 %r0, %r1, %r2, !%p0;",
      "6: operand 4 of 'selp.b32' is the negation of %p0, expected a register for pred or a constant"
    ),
    (
      "lop3.b32 %r0, %r1, %r2, %r3, 256;",
      "6: operand 5 of 'lop3.b32' is the constant 256, expected a constant from 0 to 255"
    ),
    (
      "wgmma.wait_group.sync.aligned 8;",
      "6: operand 1 of 'wgmma.wait_group.sync.aligned' is the constant 8, expected a constant from 0 to 7"
    ),
    (
      "setmaxnreg.inc.sync.aligned.u32 100;",
      "6: operand 1 of 'setmaxnreg.inc.sync.aligned.u32' is the constant 100, expected a constant from 24 to 256 in steps of 8"
    ),
    (
      "fence.proxy.tensormap::generic.acquire.gpu [%rd0], 128;",
      "0: 'fence.proxy.tensormap::generic.acquire.gpu' needs PTX 8.3, the module is 8.0"
    ),
    (
      "mov.b32 %r0, {%r1, %r2};",
      "6: operand 2 of 'mov.b32' is a vector of 2, expected a register for b32, a special register, a symbol or a constant"
    ),
    ("prefetch.tensormap [%rd1+64], 3;", "6: 'prefetch.tensormap' has 2 operands, expected 1"),
    ("bra nowhere;", "6:5: label 'nowhere' is not defined"),
    ("bra %p1.x;", "6:5: expected a label, found '%p1.x'"),
    ("here: here: ret;", "6:7: label 'here' is defined a second time"),
    ("{ inside: ret; } bra inside;", "6:22: label 'inside' is not defined"),
    ("call f;", "6:6: 'f' is not declared"),
    ("call (f;", "6:7: 'f' is not declared"),
    (".reg .b32 %r<4>;", "6:11: register '%r' is declared a second time"),
    (".reg .b32 %r1;", "6:11: register '%r1' is declared a second time"),
    (".reg .b32 %x<0>;", "6:14: the number of registers is 0, expected 1 to 1048576"),
    (".reg .b32 %x<99999999>;", "6:14: the number of registers is 99999999, expected 1 to 1048576"),
    (".reg .b33 %x;", "6:6: expected the type of a register, found '.b33'"),
    (".reg .b32 5;", "6:11: expected the name of a register, found '5'"),
    (".reg .b32 %x, ;", "6:15: expected the name of a register, found ';'"),
    ("{ .reg .b32 %x; } mov.b32 %x, 1;", "6:27: register '%x' is not declared"),
    (".param .b32 p;", "6:1: 'p' is declared a second time in its block"),
    (".loc 1 2 3", "6:6: file 1 is not declared"),
    (".pragma nounroll;", "6:9: expected advice in quotes, found 'nounroll'"),
    (".branchtargets a, b;", "6:1: expected a statement, found '.branchtargets'"),
    ("} }", "6:3: expected a declaration of a function or a variable, found '}'"),
    ("$", "6:1: unknown opcode '$'"),
    ("#", "6:1: unexpected character '#'"),
    ("\u{1B}[31m", "6:1: unexpected character '\\u{1b}'"),
    (
      "cp.async.bulk.tensor.2d.global.shared::cta.bulk_group [%rd0, %r1], [%r2];",
      "6:62: expected '{' before the coordinates of a tensor, found '%r1'"
    ),
  ]
}
