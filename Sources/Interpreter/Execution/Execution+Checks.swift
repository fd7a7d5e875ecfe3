import Arithmetic
import IR
import Support

extension Execution {
  /// Looks at the operands of an elementwise instruction that has just been executed.
  @inline(__always)
  func checkArithmetic(_ instruction: Instruction, _ operation: ElementwiseOperation) {
    guard checks.contains(.offsetOverflow) || checks.contains(.undefinedArithmetic) else { return }
    if checks.contains(.offsetOverflow) {
      frame[instruction.result].marks = marks(instruction, operation)
    }
    if checks.contains(.undefinedArithmetic), case .integer(let operation, let width) = operation {
      checkDefined(instruction, operation, width: width)
    }
  }

  private func checkDefined(
    _ instruction: Instruction, _ operation: IntegerOperation, width: Int
  ) {
    let (lhs, rhs) = (tile(instruction.operands[0]), tile(instruction.operands[1]))
    for index in 0..<max(lhs.storedCount, rhs.storedCount) {
      let words = Elementwise.undefinedness(of: operation, lhs[index], rhs[index], width: width)
      guard let words else { continue }
      return find(words, at: instruction.op, element: index, of: type(of: instruction.result).shape)
    }
  }

  /// The marks that the result of `instruction` gets; `nil` if there are none.
  private func marks(
    _ instruction: Instruction, _ operation: ElementwiseOperation
  ) -> TileValue? {
    let operands = instruction.operands
    switch operation {
    case .integer(let operation, let width):
      switch operation {
      case .add, .subtract, .multiply, .shiftLeft:
        return overflowMarks(instruction, operation, width: width)
      case .minimumSigned, .minimumUnsigned, .maximumSigned, .maximumUnsigned:
        return merged(operands[0], operands[1])
      default: return nil
      }
    case .select:
      let (whenTrue, whenFalse) = (frame[operands[1]].marks, frame[operands[2]].marks)
      if whenTrue == nil && whenFalse == nil { return nil }
      return Elementwise.select(
        tile(operands[0]), whenTrue ?? .uniform(0), whenFalse ?? .uniform(0))
    case .addPointer: return merged(operands[0], operands[1], keeping: OverflowMark.signed)
    case .convert(.signExtend):
      return frame[operands[0]].marks.map { kept($0, OverflowMark.signed) }
    case .convert(.reinterpret):
      let isWidening = interpreter.module.opcode(of: instruction.op) == .extui
      return frame[operands[0]].marks.map { isWidening ? kept($0, OverflowMark.unsigned) : $0 }
    case .convert(.truncate): return frame[operands[0]].marks
    default: return nil
    }
  }

  /// Only the marks with `bit`, which then stand for both kinds of overflow.
  private func kept(_ marks: TileValue, _ bit: UInt64) -> TileValue {
    marks.map { $0 & bit == 0 ? 0 : $0 | 3 }
  }

  private func merged(_ lhs: Int, _ rhs: Int, keeping bit: UInt64? = nil) -> TileValue? {
    let (first, second) = (frame[lhs].marks, frame[rhs].marks)
    if first == nil && second == nil { return nil }
    let passed = second.map { marks in bit.map { kept(marks, $0) } ?? marks }
    return TileValue.map(first ?? .uniform(0), passed ?? .uniform(0)) { OverflowMark.merge($0, $1) }
  }

  private func overflowMarks(
    _ instruction: Instruction, _ operation: IntegerOperation, width: Int
  ) -> TileValue? {
    let passed = merged(instruction.operands[0], instruction.operands[1])
    let own = TileValue.map(tile(instruction.operands[0]), tile(instruction.operands[1])) {
      OverflowMark.mark(
        OverflowMark.overflow(operation, $0, $1, width: width), by: instruction.op)
    }
    let isClean =
      switch own {
      case .uniform(let mark): mark == 0
      case .each(let marks): marks.allSatisfy { $0 == 0 }
      }
    if isClean { return passed }
    return passed.map { TileValue.map($0, own) { OverflowMark.merge($0, $1) } } ?? own
  }

  /// Reports that memory is accessed at the element `index` of a pointer or index whose marks say
  /// that it overflowed.
  func checkOverflow(
    _ marks: TileValue, _ access: String, at op: OpID, element index: Int, of shape: Shape
  ) {
    let mark = marks[index]
    guard mark & OverflowMark.signed != 0 else { return }
    var notes: [Diagnostic.Note] = []
    if let source = OverflowMark.op(of: mark) {
      let place = failure("", at: source).position
      notes.append(.init("the value overflowed here", at: place))
    }
    find(
      "\(access) at an offset that overflowed its integer type", at: op, element: index, of: shape,
      notes: notes)
  }
}
