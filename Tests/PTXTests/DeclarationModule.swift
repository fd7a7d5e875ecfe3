import PTX

/// A module with a declaration of every kind, and its text.
enum DeclarationModule {
  static let module = PTXModule(
    version: PTXVersion(8, 0), target: .sm90a, files: ["kernels/add one.swift", "other.swift"],
    variables: [
      Variable(
        "dynamic", in: .shared, type: .b8, extent: .open, alignment: 1024, linkage: .extern),
      Variable("tile", in: .shared, type: .b32, extent: .array(256), alignment: 16),
      Variable(
        "format", in: .global, type: .b8, extent: .array(4), alignment: 1,
        initialValues: [.integer(37), .integer(100), .integer(10)]),
      Variable(
        "weights", in: .const, type: .f32, extent: .array(2), linkage: .visible,
        initialValues: [.float32(bits: 0x3F80_0000), .float32(bits: 0xBF80_0000)]),
      Variable("large", in: .const, type: .f64, initialValues: [.float64(bits: 0x7FF0 << 48)]),
      Variable("pair", in: .global, type: .f32, extent: .vector(2), alignment: 8),
      Variable(
        "table", in: .global, type: .u64, extent: .array(2),
        initialValues: [.address("format"), .genericAddress("format", offset: 2)]),
    ],
    functions: [
      PTXFunction(
        .function, "vprintf", linkage: .extern,
        results: [Parameter("result", type: .b32)],
        parameters: [Parameter("format_text", type: .b64), Parameter("values", type: .b64)]),
      kernel,
    ])

  private static var kernel: PTXFunction {
    var directives = PerformanceDirectives()
    directives.requiredThreads = .init(128)
    directives.maximumRegisters = 128
    directives.isExplicitCluster = true
    directives.requiredCluster = .init(2)
    var registers = RegisterCounts()
    let predicate = registers.makeRegister(.predicate)
    let thread = registers.makeRegister(.bits32)
    let address = registers.makeRegister(.bits64)
    let body: [Statement] = [
      .pragma("nounroll"),
      .instruction(
        Instruction(
          "mov.u32", [.register(thread), .special(.threadX)],
          at: SourceLocation(file: 0, line: 3, column: 9))),
      .label(Label(4)),
      .instruction(
        Instruction(
          "setp.lt.s32", [.register(predicate), .register(thread), .integer(-5)],
          at: SourceLocation(file: 0, line: 3, column: 9))),
      .instruction(
        Instruction(
          "bra", [.label(Label(4))], if: .init(predicate, isNegated: true),
          at: SourceLocation(file: 1, line: 20, column: 0))),
      call("mov.u64", [.register(address), .symbol("format")]),
      call("cvta.global.u64", [.register(address), .register(address)]),
      call("st.param.b64", [.address("argument0"), .register(address)]),
      call("st.param.b64", [.address("argument1"), .integer(0)]),
      call(
        "call.uni",
        [
          .list([.symbol("returned")]), .symbol("vprintf"),
          .list([.symbol("argument0"), .symbol("argument1")]),
        ]),
      call("ld.param.b32", [.register(thread), .address("returned")]),
      call("ret", []),
    ]
    return PTXFunction(
      .entry, "kernel",
      parameters: [
        Parameter("source", type: .u64, pointer: .init(to: .global, alignment: 16)),
        Parameter("any", type: .u64, pointer: .init()),
        Parameter("map", type: .b8, count: 128, alignment: 64),
        Parameter("count", type: .u32),
      ],
      directives: directives,
      body: .init(
        registers: registers,
        variables: [
          Variable("local", in: .local, type: .b8, extent: .array(16), alignment: 8),
          Variable("argument0", in: .param, type: .b64),
          Variable("argument1", in: .param, type: .b64),
          Variable("returned", in: .param, type: .b32),
        ], statements: body))
  }

  private static func call(_ opcode: PTXOpcode, _ operands: [Operand]) -> Statement {
    .instruction(
      Instruction(opcode, operands, at: SourceLocation(file: 1, line: 20, column: 0)))
  }

  static let text = """
    .version 8.0
    .target sm_90a
    .address_size 64
    .file 1 "kernels/add one.swift"
    .file 2 "other.swift"

    .extern .shared .align 1024 .b8 dynamic[];
    .shared .align 16 .b32 tile[256];
    .global .align 1 .b8 format[4] = {37, 100, 10};
    .visible .const .f32 weights[2] = {0f3F800000, 0fBF800000};
    .const .f64 large = 0d7FF0000000000000;
    .global .align 8 .v2 .f32 pair;
    .global .u64 table[2] = {format, generic(format)+2};

    .extern .func (.param .b32 result) vprintf(
      .param .b64 format_text,
      .param .b64 values
    );

    .visible .entry kernel(
      .param .u64 .ptr .global .align 16 source,
      .param .u64 .ptr any,
      .param .align 64 .b8 map[128],
      .param .u32 count
    )
    .reqntid 128, 1, 1
    .maxnreg 128
    .explicitcluster
    .reqnctapercluster 2, 1, 1
    {
      .reg .pred %p<1>;
      .reg .b32 %r<1>;
      .reg .b64 %rd<1>;
      .local .align 8 .b8 local[16];
      .param .b64 argument0;
      .param .b64 argument1;
      .param .b32 returned;
      .pragma "nounroll";
      .loc 1 3 9
      mov.u32 %r0, %tid.x;
    $L4:
      setp.lt.s32 %p0, %r0, -5;
      .loc 2 20 0
      @!%p0 bra $L4;
      mov.u64 %rd0, format;
      cvta.global.u64 %rd0, %rd0;
      st.param.b64 [argument0], %rd0;
      st.param.b64 [argument1], 0;
      call.uni (returned), vprintf, (argument0, argument1);
      ld.param.b32 %r0, [returned];
      ret;
    }

    """
}
