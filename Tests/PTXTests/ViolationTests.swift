import PTX
import Testing

/// Modules that break rules of PTX, made from values.
@Suite struct ViolationTests {
  @Test func wellFormedModuleHasNone() {
    #expect(module([.instruction(Instruction("ret"))]).violations() == [])
  }

  @Test(arguments: broken)
  func brokenFunction(statements: [Statement], message: String) {
    #expect(module(statements).violations().map(\.message) == [message])
    #expect(module(statements).violations()[0].function == 0)
    #expect(module(statements).violations()[0].statement == statements.count - 1)
  }

  @Test func versionMustHaveWhatIsUsed() {
    var old = module([.instruction(Instruction("cp.async.bulk.commit_group"))])
    old.version = PTXVersion(7, 8)
    #expect(
      old.violations().map(\.message) == [
        "sm_90a needs PTX 8.0, the module is 7.8",
        "'cp.async.bulk.commit_group' needs PTX 8.0, the module is 7.8",
      ])
    #expect(old.requiredVersion == PTXVersion(8, 0))
  }

  @Test func targetMustHaveWhatIsUsed() {
    var other = module([.instruction(Instruction("wgmma.fence.sync.aligned"))])
    #expect(other.violations() == [])
    other.target = PTXTarget(100)
    other.version = PTXVersion(8, 7)
    #expect(
      other.violations().map(\.message) == [
        "'wgmma.fence.sync.aligned' needs sm_90a, the module is for sm_100"
      ])
    other.target = .sm80
    other.functions[0].directives.requiredCluster = .init(2)
    #expect(other.violations().count == 2)
  }

  @Test func lowestVersionIsThatOfTheTargetIfNothingNeedsMore() {
    var plain = module([.instruction(Instruction("ret"))])
    for (target, version) in [
      (PTXTarget.sm80, PTXVersion(7, 0)), (.sm86, PTXVersion(7, 1)), (.sm89, PTXVersion(7, 8)),
      (.sm90a, PTXVersion(8, 0)),
    ] {
      plain.target = target
      #expect(plain.requiredVersion == version)
    }
  }

  @Test func namesAreDeclaredOnce() {
    var twice = module([.instruction(Instruction("ret"))])
    twice.variables = [
      Variable("a", in: .shared, type: .b32), Variable("a", in: .shared, type: .b32),
    ]
    twice.functions.append(twice.functions[0])
    twice.functions[0].parameters = [Parameter("p", type: .u64), Parameter("p", type: .u32)]
    twice.functions[0].directives.requiredThreads = .init(32)
    twice.functions[0].directives.maximumThreads = .init(32)
    #expect(
      twice.violations().map(\.message) == [
        "variable 'a' is declared a second time", "'p' is declared a second time",
        "'k' has both '.reqntid' and '.maxntid'", "function 'k' is declared a second time",
      ])
  }

  private static let broken: [([Statement], String)] = [
    (
      [.instruction(Instruction("mov.b32", [.register(Register(.bits32, 4)), .integer(0)]))],
      "register %r4 is not one of the 4 declared"
    ),
    (
      [.instruction(Instruction("ret", if: .init(Register(.predicate, 4))))],
      "register %p4 is not one of the 4 declared"
    ),
    (
      [.instruction(Instruction("bra", [.label(Label(3))]))], "label $L3 is not defined"
    ),
    ([.label(Label(0)), .label(Label(0))], "label $L0 is defined a second time"),
    (
      [.instruction(Instruction("ret", at: SourceLocation(file: 1, line: 1)))],
      "file 1 is not one of the module's 1"
    ),
    (
      [
        .instruction(
          Instruction(
            "shfl.sync.idx.b32",
            [
              .pair(Register(.bits32, 0), Register(.bits32, 1)), .register(Register(.bits32, 1)),
              .integer(0), .integer(31), .integer(-1),
            ]))
      ],
      "operand 1 of 'shfl.sync.idx.b32' is a pair, "
        + "expected a register for b32 and perhaps a predicate"
    ),
    (
      [.instruction(Instruction("st.shared.b32", [.address("lost"), .integer(0)]))],
      "'lost' is not declared"
    ),
    (
      [
        .instruction(
          Instruction("call", [.symbol("k"), .list([.register(Register(.bits64, 9))])]))
      ], "register %rd9 is not one of the 4 declared"
    ),
  ]

  private func module(_ statements: [Statement]) -> PTXModule {
    var registers = RegisterCounts()
    for registerClass in RegisterClass.allCases where registerClass != .bits128 {
      registers[registerClass] = 4
    }
    return PTXModule(
      version: PTXVersion(8, 0), target: .sm90a, files: ["a.swift"],
      functions: [
        PTXFunction(.entry, "k", body: .init(registers: registers, statements: statements))
      ])
  }
}
