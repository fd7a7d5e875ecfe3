import PTX
import PTXLowering
import Testing

/// What is done to a body when it is complete: barriers are put in, dead instructions are taken out.
@Suite struct BodyTests {
  private static let bytes = 0..<128

  /// How many barriers the builder's body has.
  private func barriers(in builder: consuming FunctionBuilder) -> Int {
    builder.finished().statements.count { statement in
      if case .instruction(let instruction) = statement {
        instruction.opcode == "bar.sync"
      } else {
        false
      }
    }
  }

  private func write(_ builder: inout FunctionBuilder, _ bytes: Range<Int> = bytes, phase: Int) {
    let address = builder.compute("mov.u32", .bits32, .special(.threadX))
    builder.emitShared(
      "st.shared.b32", [.address(address), .register(address)],
      SharedAccess(.write, bytes, phase: phase))
  }

  private func read(_ builder: inout FunctionBuilder, _ bytes: Range<Int> = bytes, phase: Int) {
    let address = builder.compute("mov.u32", .bits32, .special(.threadX))
    let result = builder.makeRegister(.bits32)
    builder.emitShared(
      "ld.shared.b32", [.register(result), .address(address)],
      SharedAccess(.read, bytes, phase: phase))
    builder.emit("st.global.b32", .address(builder.makeRegister(.bits64)), .register(result))
  }

  @Test func aReadOfWhatOthersWroteWaits() {
    var builder = FunctionBuilder()
    write(&builder, phase: 1)
    read(&builder, phase: 2)
    #expect(barriers(in: builder) == 1)
  }

  @Test func readsDoNotWaitForReads() {
    var builder = FunctionBuilder()
    read(&builder, phase: 1)
    read(&builder, phase: 2)
    #expect(barriers(in: builder) == 0)
  }

  @Test func accessesOfOnePhaseDoNotWait() {
    var builder = FunctionBuilder()
    write(&builder, phase: 1)
    write(&builder, phase: 1)
    #expect(barriers(in: builder) == 0)
  }

  @Test func otherBytesDoNotWait() {
    var builder = FunctionBuilder()
    write(&builder, 0..<64, phase: 1)
    read(&builder, 64..<128, phase: 2)
    #expect(barriers(in: builder) == 0)
  }

  @Test func aLoopWaitsForItsOwnNextRound() {
    var builder = FunctionBuilder()
    let start = builder.makeLabel()
    builder.place(start)
    write(&builder, phase: 1)
    read(&builder, phase: 2)
    let again = builder.makeRegister(.predicate)
    builder.branch(to: start, if: again)
    // One between the write and the read, one before the write of the next round.
    #expect(barriers(in: builder) == 2)
  }

  /// A loop that reads and writes a part that was written before it, and one that it alone uses.
  private func loop(
    reading bytes: Range<Int>, hasBarrierInside: Bool = false, isEnteredFromAfar: Bool = false
  ) -> FunctionBuilder {
    var builder = FunctionBuilder()
    let start = builder.makeLabel()
    write(&builder, 0..<64, phase: 1)
    if isEnteredFromAfar {
      builder.branch(to: start, if: builder.makeRegister(.predicate))
      builder.emit("bar.sync", .integer(0))
    }
    builder.place(start)
    read(&builder, bytes, phase: 2)
    if hasBarrierInside { builder.emit("bar.sync", .integer(0)) }
    builder.branch(to: start, if: builder.makeRegister(.predicate))
    return builder
  }

  @Test func whatIsPendingFromBeforeALoopIsWaitedForBeforeIt() {
    let statements = loop(reading: 0..<64).finished().statements
    let places = statements.indices.filter {
      if case .instruction(let instruction) = statements[$0] {
        instruction.opcode == "bar.sync"
      } else {
        false
      }
    }
    let label = statements.firstIndex { if case .label = $0 { true } else { false } }
    #expect(places.count == 1)
    #expect(places.first.map { $0 + 1 } == label)
  }

  @Test func aLoopThatMeetsNothingDoesNotWait() {
    #expect(barriers(in: loop(reading: 64..<128)) == 0)
  }

  /// A barrier in front of the label would be passed by only those who fall through to it.
  @Test func aLoopThatIsAlsoEnteredFromAfarWaitsInside() {
    let statements = loop(reading: 0..<64, isEnteredFromAfar: true).finished().statements
    let label = statements.firstIndex { if case .label = $0 { true } else { false } } ?? 0
    #expect(
      statements[label...].contains {
        if case .instruction(let instruction) = $0 {
          instruction.opcode == "bar.sync"
        } else {
          false
        }
      })
  }

  @Test func whatALoopChangesIsWaitedForInEachRound() {
    var builder = FunctionBuilder()
    let start = builder.makeLabel()
    write(&builder, phase: 1)
    builder.place(start)
    read(&builder, phase: 2)
    write(&builder, phase: 3)
    builder.branch(to: start, if: builder.makeRegister(.predicate))
    #expect(barriers(in: builder) == 2)
  }

  @Test func whatNothingNeedsIsRemoved() {
    var builder = FunctionBuilder()
    let used = builder.compute("mov.u32", .bits32, .special(.threadX))
    let unused = builder.compute("add.s32", .bits32, .register(used), .integer(1))
    _ = builder.compute("add.s32", .bits32, .register(unused), .integer(2))
    builder.emit("st.global.b32", .address(builder.makeRegister(.bits64)), .register(used))
    #expect(builder.finished().statements.count == 2)
  }

  @Test func whatALoopCarriesOnlyForItselfIsRemoved() {
    var builder = FunctionBuilder()
    let carried = builder.makeRegister(.bits32)
    builder.emit("mov.b32", .register(carried), .integer(0))
    builder.emit("add.s32", .register(carried), .register(carried), .integer(1))
    builder.emit("ret")
    #expect(builder.finished().statements.count == 1)
  }

  @Test func theSameComputationIsWrittenOnceBetweenLabels() {
    var builder = FunctionBuilder()
    let first = builder.compute("mov.u32", .bits32, .special(.threadX))
    #expect(builder.compute("mov.u32", .bits32, .special(.threadX)) == first)
    builder.place(builder.makeLabel())
    #expect(builder.compute("mov.u32", .bits32, .special(.threadX)) != first)
  }
}
