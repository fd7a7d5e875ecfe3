import PTX
import Support

/// Decodes a kernel and the functions that it calls.
struct ProgramDecoder {
  /// A place in the registers that holds the address of a variable of the device.
  struct SymbolConstant: Hashable, Sendable {
    var place: Int32
    var name: String
    var offset: Int64
    var isWide: Bool
  }

  /// A function that the kernel reaches, or the kernel.
  struct FunctionInfo {
    var start: Int
    var end: Int
    /// Where its parameters, results and variables lie in each thread's own memory.
    var offsets: [String: Int]
    var locals: Range<Int>
    var bases: [RegisterClass: Int32]
    /// Names of its shared variables, as the program knows them.
    var sharedNames: [String: String]
    /// It may run again before it ends.
    var isRecursive = false
  }

  let module: PTXModule
  let lines: StatementLines
  let source: SourceText

  var code: [DecodedInstruction] = []
  var places: [EmulatedProgram.Place] = []
  var lists: [Int32] = []
  var calls: [EmulatedProgram.Call] = []
  var registers = RegisterFile()
  var symbols: [SymbolConstant] = []
  var globals: [EmulatedProgram.GlobalVariable] = []
  var sharedOffsets: [String: Int] = [:]
  var sharedByteCount = 0
  var openShared: [String] = []
  var localByteCount = 0
  var functions: [String: FunctionInfo] = [:]
  var reconvergence: [Int32] = []
  /// For each instruction the registers that it reads and those that it writes.
  var accesses: [RegisterAccesses] = []
  /// The functions that the kernel reaches, by their numbers in the module.
  private var order: [Int] = []
  /// Names of the functions on the way from the kernel, to find recursion.
  private var active: [String] = []
  private var recursive: Set<String> = []
  private var symbolPlaces: [SymbolConstant: Int32] = [:]

  init(_ reading: PTXReading, source: SourceText) {
    module = reading.module
    lines = reading.lines
    self.source = source
  }

  /// The kernel called `kernel` and what it calls.
  mutating func program(_ kernel: String) throws(Diagnostic) -> EmulatedProgram {
    guard
      let index = module.functions.firstIndex(where: {
        $0.name == kernel && $0.kind == .entry && $0.body != nil
      })
    else {
      throw Diagnostic(
        "there is no kernel '\(kernel)'", at: SourcePosition(file: source.name))
    }
    try layoutVariables()
    collect(index)
    var start = 0
    for index in order {
      let function = module.functions[index]
      var info = FunctionDecoder.layout(function, start: start, in: &self)
      info.isRecursive = recursive.contains(function.name)
      start = info.end
      functions[function.name] = info
    }
    for index in order {
      try FunctionDecoder.decode(module.functions[index], index: index, into: &self)
    }
    // What is reserved at launch begins behind all variables with a size.
    for name in openShared where sharedOffsets[name] == nil {
      sharedOffsets[name] = sharedByteCount
    }
    let function = module.functions[index]
    let tracking = RegisterTracking.apply(to: &self)
    return EmulatedProgram(
      decoder: self, kernel: kernel, directives: function.directives,
      parameters: function.parameters, tracking: tracking)
  }

  /// Offsets of parameters, and the bytes of all of them.
  static func layout(_ parameters: [Parameter]) -> ([Int], Int) {
    var offsets: [Int] = []
    var end = 0
    for parameter in parameters {
      let alignment = parameter.alignment ?? parameter.type.byteCount
      end = (end + alignment - 1) / alignment * alignment
      offsets.append(end)
      end += parameter.byteCount
    }
    return (offsets, end)
  }

  /// Finds the functions that function `index` reaches, and those of them that call themselves.
  private mutating func collect(_ index: Int) {
    let function = module.functions[index]
    if let position = active.firstIndex(of: function.name) {
      recursive.formUnion(active[position...])
      return
    }
    guard !order.contains(index) else { return }
    order.append(index)
    active.append(function.name)
    for case .instruction(let instruction) in function.body?.statements ?? []
    where instruction.opcode.root == "call" {
      guard let name = FunctionDecoder.callee(of: instruction),
        let callee = module.functions.firstIndex(where: { $0.name == name && $0.body != nil })
      else { continue }
      collect(callee)
    }
    active.removeLast()
  }

  /// An error at a line of the text.
  func diagnostic(_ message: String, line: Int) -> Diagnostic {
    Diagnostic(
      message, at: SourcePosition(file: source.name, line: line, column: line > 0 ? 1 : 0),
      excerpt: line > 0 ? Diagnostic.Excerpt(line: source.line(line)) : nil)
  }

  /// The place that holds the address of variable `name` plus `offset`.
  mutating func place(ofSymbol name: String, offset: Int64, isWide: Bool) -> Int32 {
    var key = SymbolConstant(place: 0, name: name, offset: offset, isWide: isWide)
    if let place = symbolPlaces[key] { return place }
    let place = registers.reserve(isWide ? .bits64 : .bits32, count: 1)
    symbolPlaces[key] = place
    key.place = place
    symbols.append(key)
    return place
  }
}
