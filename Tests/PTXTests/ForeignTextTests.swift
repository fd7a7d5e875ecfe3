import PTX
import Support
import Testing
import ToolTesting

/// Text as other compilers write it.
@Suite struct ForeignTextTests {
  @Test(arguments: [ForeignText.optimized, ForeignText.blocks, ForeignText.tensorCore])
  func readsAndPrints(text: String) throws {
    let source = SourceText(name: "foreign.ptx", text: text)
    let reading = try PTXReading(source)
    #expect(reading.firstViolation(in: source) == nil)
    let printed = reading.module.printed()
    let again = try PTXReading(SourceText(name: "printed.ptx", bytes: printed.bytes))
    #expect(again.module.printed().bytes == printed.bytes)
    #expect(again.module == reading.module)
    for assembler in Assembler.all where assembler.isPresent {
      let target = reading.module.target
      #expect(try assembler.complaints(about: printed.bytes, for: target) == "")
    }
  }

  @Test func blocksAreMerged() throws {
    let module = try PTXReading(SourceText(name: "blocks.ptx", text: ForeignText.blocks)).module
    let body = try #require(module.functions.last?.body)
    #expect(body.variables.map(\.name) == ["param0", "param1", "retval0", "param0_1"])
    #expect(body.registers[.predicate] == 2)
    #expect(body.registers[.bits32] == 9)
    let labels = body.statements.compactMap {
      if case .label(let label) = $0 { label } else { nil }
    }
    #expect(Set(labels).count == labels.count)
  }

  @Test func wordsInAnotherOrderAreTheSameOpcode() throws {
    let module = try PTXReading(SourceText(name: "order.ptx", text: ForeignText.optimized)).module
    let text = module.text
    #expect(text.contains("atom.acq_rel.gpu.global.add.f32 "))
    #expect(!text.contains("ld.weak"))
  }

  @Test func linesAreThoseOfTheText() throws {
    let reading = try PTXReading(SourceText(name: "optimized.ptx", text: ForeignText.optimized))
    let lines = ForeignText.optimized.split(separator: "\n", omittingEmptySubsequences: false)
    let statements = try #require(reading.module.functions[0].body).statements
    for (index, statement) in statements.enumerated() {
      guard case .instruction(let instruction) = statement else { continue }
      let line = lines[reading.lines.line(ofStatement: index, inFunction: 0) - 1]
      #expect(line.contains(instruction.opcode.root))
    }
  }
}
