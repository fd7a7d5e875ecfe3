import Compiler
import IR
import Interpreter
import Support

/// Makes recorded launches again and compares what they leave.
public struct CaseRunner: Sendable {
  /// What the allocator that launches are recorded with rounds the sizes of buffers up to, in bytes.
  public static let allocatorGranularity = 512

  /// What the sizes of buffers are rounded up to, in bytes; accesses to the rest are not noticed.
  ///
  /// Some recorded launches write behind the end of their buffers, so nothing stricter than their
  /// allocator repeats them. With 1 every access outside of a buffer fails the case.
  public var granularity: Int

  /// What transforms the kernel before it runs on the interpreter; nothing if it is `nil`.
  public var pipeline: Pipeline?
  /// What runs kernels.
  public var executor: Executor

  /// What the interpreter looks for. What ends a launch fails its case; findings do not.
  public var checks: Checks

  /// What runs kernels.
  public enum Executor: Sendable {
    /// The interpreter.
    case interpreter
    /// The emulator, on what the compiler makes for its target.
    case emulator(EmulatedRunner)
    /// An NVIDIA GPU, on what the compiler makes for it.
    case cuda(CUDARunner)
  }

  /// Runs kernels on `executor`, as they were recorded or as `pipeline` leaves them.
  public init(
    on executor: Executor = .interpreter, pipeline: Pipeline? = nil,
    granularity: Int = allocatorGranularity, checks: Checks = .standard
  ) {
    (self.executor, self.pipeline, self.granularity) = (executor, pipeline, granularity)
    self.checks = checks
  }

  /// Runs `testCase` and says what became of it.
  public func run(_ testCase: ConformanceCase) -> CaseResult {
    var result = CaseResult(id: testCase.id, test: "", outcome: .passed, reason: "", seconds: 0)
    let clock = ContinuousClock()
    let duration = clock.measure {
      do {
        let record = try testCase.record()
        result.test = record.test
        (result.outcome, result.reason) = try outcome(of: testCase, record)
      } catch {
        result.outcome = .failed
        result.reason = "\(error)"
      }
    }
    result.seconds = duration / .seconds(1)
    return result
  }

  private func outcome(
    of testCase: ConformanceCase, _ record: LaunchRecord
  ) throws -> (CaseResult.Outcome, reason: String) {
    try record.requireUsable()
    var module = try Module.parse(try testCase.kernel())
    try module.requireWellFormed()
    let flow = ArithmeticFlow(of: module, buffers: record.bufferParameters)
    for buffer in record.buffers {
      guard let register = flow.profiles[buffer.index]?.deviceRegister else { continue }
      return (
        .skipped,
        "buffer \(buffer.index) holds what \(register) says, on which no two launches agree"
      )
    }
    let formats = elementFormats(of: record, in: module)
    if let pipeline { _ = try PassRunner().run(pipeline, on: &module) }
    let before = try record.buffers.map { try testCase.bytesBefore($0) }
    let after: [[UInt8]]
    switch executor {
    case .interpreter: after = try interpret(module, record, before)
    case .emulator(let runner):
      after = try runner.run(module, record, before, granularity: granularity)
    case .cuda(let runner):
      after = try runner.run(module, record, before, granularity: granularity)
    }
    for (buffer, found) in zip(record.buffers, after) {
      let format = formats[buffer.index] ?? ElementFormat(.i8, isUnsigned: true)
      let profile = flow.profiles[buffer.index] ?? ArithmeticProfile()
      let comparison = BufferComparison(
        format: format, tolerance: .forElements(of: format.scalar, in: profile))
      let expected = try testCase.bytesAfter(buffer)
      if let difference = comparison.firstDifference(
        found: found, expected: expected)
      {
        return (.failed, "buffer \(buffer.index) of \(format.scalar): \(difference)")
      }
    }
    return (.passed, "")
  }

  /// What the launch leaves in the buffers, run on the interpreter.
  private func interpret(
    _ module: consuming Module, _ record: LaunchRecord, _ before: [[UInt8]]
  ) throws -> [[UInt8]] {
    var memory = Memory(granularity: granularity)
    var ids: [Int: BufferID] = [:]
    for (buffer, bytes) in zip(record.buffers, before) {
      ids[buffer.index] = memory.add(bytes, name: "buffer\(buffer.index)", isInitialized: true)
    }
    let arguments = try record.arguments.map { try argument($0, ids) }
    let grid = Grid(record.grid[0], record.grid[1], record.grid[2])
    let interpreter = try Interpreter(module, checks: checks)
    _ = try interpreter.run(grid: grid, arguments: arguments, memory: &memory)
    return record.buffers.map { buffer in ids[buffer.index].map { memory.bytes(of: $0) } ?? [] }
  }

  private func argument(
    _ argument: LaunchRecord.Argument, _ ids: [Int: BufferID]
  ) throws -> KernelArgument {
    switch argument {
    case .pointer(let pointer):
      return .pointer(try id(pointer, ids), offset: pointer.offset)
    case .scalar(let type, let value):
      guard let bits = value.bits(as: type) else {
        throw CaseError("cannot pass \(value) as \(type)")
      }
      return .scalar(bits: bits)
    case .descriptor(let descriptor):
      return .descriptor(
        DescriptorArgument(
          base: try id(descriptor.base, ids), offset: descriptor.base.offset,
          shape: descriptor.shape, strides: descriptor.strides,
          padding: descriptor.padding == "nan" ? .nan : .zero))
    }
  }

  private func id(
    _ pointer: LaunchRecord.PointerArgument, _ ids: [Int: BufferID]
  ) throws -> BufferID {
    guard let id = ids[pointer.buffer] else {
      throw CaseError("argument points to buffer \(pointer.buffer), which is not recorded")
    }
    return id
  }

  /// What the elements of each buffer are, as the kernel's own parameters say.
  private func elementFormats(
    of record: LaunchRecord, in module: borrowing Module
  ) -> [Int: ElementFormat] {
    guard let kernel = module.kernel, let function = module.view(kernel, as: Function.self) else {
      return [:]
    }
    var formats: [Int: ElementFormat] = [:]
    for (position, buffer) in record.bufferParameters.sorted(by: { $0.key < $1.key })
    where position < function.type.parameters.count {
      switch function.type.parameters[position] {
      case .descriptor(_, let scalar, _): formats[buffer] = ElementFormat(scalar)
      case let type:
        if case .scalar(let scalar)? = type.element?.pointer?.target {
          formats[buffer] = formats[buffer] ?? ElementFormat(scalar)
        }
      }
    }
    return formats
  }
}
