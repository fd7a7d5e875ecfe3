import PTX
import Support

/// A kernel and what it calls, decoded for execution.
package struct EmulatedProgram: Sendable {
  /// Where an instruction stands in the text, and which line of the kernel it comes from.
  struct Place: Hashable, Sendable {
    var line: UInt32
    var location: SourceLocation?
  }

  /// Bytes of a call that become those of a parameter, in each thread's own memory.
  struct ParameterCopy: Hashable, Sendable {
    var from: Int
    var to: Int
    var byteCount: Int
  }

  /// What a call does beside going to the function.
  struct Call: Hashable, Sendable {
    var target: Int
    var arguments: [ParameterCopy]
    var results: [ParameterCopy]
    /// The function's own memory, which it finds unset.
    var locals: Range<Int>
    /// The function's registers whose state is kept, which it finds unset.
    var registers: [Int32]
    /// The lane memory where the arguments of a function of the driver lie.
    var external: [Int]
    /// The registers of a function that may run already, which are kept until it returns.
    var frame: Frame?
  }

  /// The places of a function's registers.
  struct Frame: Hashable, Sendable {
    var predicates: [Int32] = []
    var narrow: [Int32] = []
    var wide: [Int32] = []
  }

  /// A variable with an address of its own.
  struct GlobalVariable: Hashable, Sendable {
    var name: String
    var byteCount: Int
    var alignment: Int
    var isConstant: Bool
    var initialBytes: [UInt8]
    /// Addresses of other variables among the bytes.
    var addressEntries: [AddressEntry] = []
  }

  /// An address among a variable's bytes.
  struct AddressEntry: Hashable, Sendable {
    var at: Int
    var name: String
    var offset: Int64
  }

  /// The name of the PTX text.
  package let file: String
  /// The name of the kernel.
  package let kernel: String
  /// The architecture that the text is for.
  package let target: PTXTarget
  /// How many bytes each of the kernel's parameters has.
  package let parameterByteCounts: [Int]
  /// How many bytes of shared memory variables with a size take.
  package let staticSharedByteCount: Int

  let number: Int
  let code: [DecodedInstruction]
  let places: [Place]
  let lists: [Int32]
  let calls: [Call]
  let registers: RegisterFile
  let symbols: [ProgramDecoder.SymbolConstant]
  let variables: [GlobalVariable]
  /// Where variables of shared memory lie.
  let sharedOffsets: [String: Int]
  let parameterOffsets: [Int]
  let parameterByteCount: Int
  let localByteCount: Int
  let entry: Int
  let reconvergence: [Int32]
  let trackedRegisters: RegisterTracking
  let directives: PerformanceDirectives
  let files: [String]

  /// The kernel called `kernel` of a module that was read from `source`.
  ///
  /// - Throws: What cannot be emulated, and where it stands.
  package init(
    _ reading: PTXReading, source: SourceText, kernel: String
  ) throws(Diagnostic) {
    var decoder = ProgramDecoder(reading, source: source)
    self = try decoder.program(kernel)
  }

  init(
    decoder: ProgramDecoder, kernel: String, directives: PerformanceDirectives,
    parameters: [Parameter], tracking: RegisterTracking
  ) {
    file = decoder.source.name
    self.kernel = kernel
    target = decoder.module.target
    parameterByteCounts = parameters.map(\.byteCount)
    staticSharedByteCount = decoder.sharedByteCount
    number = Self.nextNumber()
    var code = decoder.code
    DecodedInstruction.findRuns(in: &code, meetings: Set(decoder.reconvergence))
    self.code = code
    places = decoder.places
    lists = decoder.lists
    calls = decoder.calls
    registers = decoder.registers
    symbols = decoder.symbols
    variables = decoder.globals
    sharedOffsets = decoder.sharedOffsets
    (parameterOffsets, parameterByteCount) = ProgramDecoder.layout(parameters)
    localByteCount = decoder.localByteCount
    entry = decoder.functions[kernel]?.start ?? 0
    reconvergence = decoder.reconvergence
    trackedRegisters = tracking
    self.directives = directives
    files = decoder.module.files
  }

  /// The place in the kernel's source that the instruction at `pc` comes from.
  func sourcePosition(_ pc: Int) -> SourcePosition? {
    guard let location = places[pc].location, files.indices.contains(Int(location.file)) else {
      return nil
    }
    return SourcePosition(
      file: files[Int(location.file)], line: Int(location.line), column: Int(location.column))
  }
}
