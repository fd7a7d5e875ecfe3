import IR
import Support

/// A launch while it runs: the memory, the values of the running program, and the report.
///
/// Programs run one after another in the same frame; a call gets a frame of its own.
final class Execution {
  let interpreter: Interpreter
  let code: Code
  let checks: Checks
  /// Whether some check looks at every access.
  let notesAccesses: Bool
  let grid: Grid
  var memory: Memory
  var report = RunReport()

  /// The values of the running function, by the index of the SSA value in the module.
  var frame: [FrameSlot]
  var programIndex = 0
  var program: ProgramID
  /// How many regions and functions the running operation stands in.
  var depth = 0
  /// How many operations the running program may still execute.
  var stepsLeft = 0
  var races: RaceDetector?
  /// The findings that were reported already.
  var reported: Set<String> = []

  init(_ interpreter: Interpreter, grid: Grid, memory: Memory) {
    self.interpreter = interpreter
    code = interpreter.code
    checks = interpreter.checks
    notesAccesses = interpreter.checks.lookAtAccesses
    self.grid = grid
    self.memory = memory
    frame = Array(repeating: .empty, count: interpreter.code.slotCount)
    program = ProgramID(index: 0, in: Grid(1))
    races = interpreter.checks.contains(.races) ? RaceDetector() : nil
  }

  /// Makes everything ready for the program at `index`.
  func begin(program index: Int) {
    programIndex = index
    program = ProgramID(index: index, in: grid)
    stepsLeft = interpreter.stepLimit
    races?.begin(program: index)
  }
}

// MARK: - The frame

extension Execution {
  /// The elements in `slot`.
  @inline(__always)
  func tile(_ slot: Int) -> TileValue {
    if case .tile(let value) = frame[slot].value { return value }
    preconditionFailure("slot \(slot) holds no tile")
  }

  /// The number in `slot`, read with sign from `width` bits.
  func signed(_ slot: Int, width: Int) -> Int64 { tile(slot).scalar.signExtended(from: width) }

  func view(_ slot: Int) -> TensorView {
    if case .descriptor(let view) = frame[slot].value { return view }
    preconditionFailure("slot \(slot) holds no descriptor")
  }

  func blockPointer(_ slot: Int) -> BlockPointer? {
    if case .blockPointer(let pointer) = frame[slot].value { return pointer }
    return nil
  }

  @inline(__always)
  func set(_ slot: Int, _ value: TileValue) { frame[slot] = FrameSlot(.tile(value)) }

  /// The type of what lies in `slot`.
  func type(of slot: Int) -> Type { interpreter.module.type(of: ValueID(index: UInt32(slot))) }
}
