import Compiler
import IR
import KernelLanguage
import PTX

/// A kernel that was compiled when the program was built, loaded on a GPU: it needs no compiler.
///
/// `nereid` writes the Swift source that makes one and gives it a typed launch.
public struct PrecompiledKernel: Sendable {
  /// A parameter, with what the compiler took for granted of it.
  public struct Parameter: Sendable {
    let entry: EntryParameter
    let knownValue: UInt64?

    /// An address that is a multiple of `divisor`.
    public static func pointer(multipleOf divisor: Int = 1) -> Parameter {
      Parameter(
        entry: EntryParameter(name: "", kind: .pointer, divisibility: divisor), knownValue: nil)
    }

    /// A number of `type` that is a multiple of `divisor`, or is `value`.
    public static func number<Element: TileElement>(
      _ type: Element.Type, multipleOf divisor: Int = 1, equalTo value: Element? = nil
    ) -> Parameter {
      Parameter(
        entry: EntryParameter(
          name: "", kind: .scalar(Element.scalarType), divisibility: divisor),
        knownValue: value?.tileBits)
    }
  }

  private let gpu: GPU
  private let kernel: LoadedKernel
  private let parameters: [Parameter]

  /// Loads a kernel on `gpu`.
  ///
  /// - Parameters:
  ///   - target: the machine that it was compiled for, `sm_90a`.
  ///   - hexadecimalImage: its PTX or cubin, two digits a byte.
  ///   - hiddenParameterCount: how many null pointers follow the parameters.
  public init(
    name: String, target: String, hexadecimalImage: String, warps: Int, sharedByteCount: Int,
    parameters: [Parameter], hiddenParameterCount: Int = 0, on gpu: GPU
  ) throws(DeviceError) {
    guard let machine = PTXTarget(name: target) else {
      throw DeviceError("kernel '\(name)' is for '\(target)', which is no target")
    }
    guard let image = Self.bytes(hexadecimalImage) else {
      throw DeviceError("the image of kernel '\(name)' is no row of hexadecimal digits")
    }
    let hidden = Array(
      repeating: EntryParameter(name: "", kind: .pointer), count: max(0, hiddenParameterCount))
    let compiled = CompiledKernel(
      name: name, ptx: image, target: machine, warpCount: warps,
      sharedByteCount: sharedByteCount, parameters: parameters.map(\.entry) + hidden)
    self.gpu = gpu
    self.parameters = parameters
    kernel = try LoadedKernel(
      MadeKernel(kernel: compiled, image: image, origin: .compiler, assembler: nil),
      on: gpu.engine, valueCount: parameters.count)
  }

  /// Launches the kernel behind what `stream` does already, and does not wait for it.
  public func launch(
    grid: LaunchGrid, on stream: GPUStream, _ arguments: Argument...
  ) throws(DeviceError) {
    try launch(grid: grid, on: stream, arguments: arguments)
  }

  /// Launches the kernel with a list of arguments.
  package func launch(
    grid: LaunchGrid, on stream: GPUStream, arguments: [Argument]
  ) throws(DeviceError) {
    guard stream.gpu == gpu else {
      throw DeviceError("kernel '\(name)' is on \(gpu.name), but the stream on \(stream.gpu.name)")
    }
    if let problem = grid.problem(within: gpu.engine.limits.grid) { throw DeviceError(problem) }
    guard arguments.count == parameters.count else {
      throw DeviceError(
        "kernel '\(name)' has \(parameters.count) parameters, but \(arguments.count) are passed")
    }
    for (index, (parameter, argument)) in zip(parameters, arguments).enumerated() {
      if let problem = argument.problem(for: parameter, on: gpu) {
        throw DeviceError("argument \(index) of kernel '\(name)' \(problem)")
      }
    }
    if grid.isEmpty { return }
    let values = arguments.map(\.bits.littleEndian)
    _ = try values.withUnsafeBufferPointer { values in
      Result { () throws(DeviceError) in
        try kernel.launch(grid: grid, on: stream.stream, values: values)
      }
    }.get()
  }

  private var name: String { kernel.compiled.name }

  private static func bytes(_ digits: String) -> [UInt8]? {
    let digits = Array(digits.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
