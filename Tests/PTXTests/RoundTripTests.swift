import PTX
import Support
import Testing
import ToolTesting

/// What is printed is read as the same module.
@Suite struct RoundTripTests {
  /// Hopper has every opcode of the table.
  @Test(arguments: [false, true])
  func modulesWithEveryOpcode(onWarpgroups: Bool) throws {
    for module in ExampleModules.all(for: .sm90a, onWarpgroups: onWarpgroups) {
      #expect(module.violations() == [])
      #expect(module.requiredVersion <= module.version)
      let text = module.printed()
      let reading = try PTXReading(SourceText(name: "module.ptx", bytes: text.bytes))
      #expect(reading.module == module)
      #expect(reading.lines == text.lines)
    }
  }

  @Test func moduleWithEveryDeclaration() throws {
    let module = DeclarationModule.module
    let text = module.printed()
    #expect(text.string == DeclarationModule.text)
    let reading = try PTXReading(SourceText(name: "module.ptx", bytes: text.bytes))
    #expect(reading.module == module)
    #expect(reading.lines == text.lines)
    #expect(module.violations() == [])
  }

  @Test(
    .enabled("Scripts/fetch-ptxas has not run") { Assembler.all.allSatisfy(\.isPresent) },
    arguments: Assembler.all)
  func assemblerTakesEveryDeclaration(assembler: Assembler) throws {
    let module = DeclarationModule.module
    #expect(try assembler.complaints(about: module.printed().bytes, for: module.target) == "")
  }

  @Test func linesAreThoseOfTheText() throws {
    let text = DeclarationModule.module.printed()
    let printed = text.string.split(separator: "\n", omittingEmptySubsequences: false)
    let function = try #require(
      DeclarationModule.module.functions.firstIndex { $0.name == "kernel" })
    let statements = try #require(DeclarationModule.module.functions[function].body).statements
    for (index, statement) in statements.enumerated() {
      let line = printed[text.lines.line(ofStatement: index, inFunction: function) - 1]
      switch statement {
      case .label(let label): #expect(line == "\(label):")
      case .pragma: #expect(line.contains(".pragma"))
      case .instruction(let instruction): #expect(line.contains(instruction.opcode.text))
      }
    }
  }

  @Test(arguments: SpecialRegister.allCases)
  func specialRegisters(special: SpecialRegister) throws {
    let move: PTXOpcode =
      switch special.type {
      case .u64: "mov.u64"
      case .pred: "mov.pred"
      default: "mov.u32"
      }
    var registers = RegisterCounts()
    let result = registers.makeRegister(special.type.registerClass)
    let module = PTXModule(
      version: PTXVersion(8, 0), target: .sm90a,
      functions: [
        PTXFunction(
          .entry, "k",
          body: .init(
            registers: registers,
            statements: [
              .instruction(Instruction(move, [.register(result), .special(special)]))
            ]))
      ])
    #expect(module.violations() == [])
    let reading = try PTXReading(SourceText(name: "module.ptx", text: module.text))
    #expect(reading.module == module)
    #expect(module.requiredVersion == PTXVersion(8, 0))
    guard let assembler = Assembler.all.first, assembler.isPresent else { return }
    #expect(try assembler.complaints(about: module.printed().bytes, for: .sm90a) == "")
  }
}
