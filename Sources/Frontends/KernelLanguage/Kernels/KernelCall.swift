import IR
import Support
import TileSemantics

/// A kernel with its arguments, ready to be launched: what calling a `@Kernel` function with the
/// host's values returns.
///
/// Triton: `kernel[grid](…)` without the launch
public struct KernelCall {
  /// What the kernel's declaration says.
  public let info: KernelInfo
  /// What is passed for each parameter.
  package let arguments: [LaunchArgument]
  /// The values that are known when the kernel is compiled, for messages.
  package let constexprs: [(name: String, value: Any)]
  /// What a launch looks at each time.
  package let words: CallWords
  private let body: () -> Void

  /// A kernel that `body` traces; the expansion of `@Kernel` makes it.
  public init(
    _ info: KernelInfo, arguments: [LaunchArgument], constexprs: [(name: String, value: Any)],
    body: @escaping () -> Void
  ) {
    self.info = info
    self.arguments = arguments
    self.constexprs = constexprs
    words = CallWords(arguments, constexprs, line: info.line)
    self.body = body
  }

  /// What the kernel does, with the types and specialisations of the arguments.
  ///
  /// - Parameter target: what the kernel is compiled for, which it can ask with `currentTarget()`.
  /// - Throws: a `KernelError` with every mistake that was found in the kernel.
  public func module(for target: TargetInfo = .interpreter) throws(KernelError) -> Module {
    let position = SourcePosition(file: info.file, line: info.line)
    var builder = TileBuilder(options: Self.options)
    builder.setPosition(position)
    var signature = KernelSignature(info: info, arguments: arguments)
    do {
      try signature.begin(in: &builder)
    } catch {
      throw KernelError([Diagnostic("\(error)", at: position)])
    }
    let trace = Trace(builder, position: position, target: target)
    trace.setParameters(signature.operands)
    Trace.$current.withValue(trace) { body() }
    if trace.diagnostics.isEmpty {
      do {
        try trace.withBuilder { builder in try builder.endFunction() }
      } catch {
        trace.report("\(error)")
      }
    }
    guard trace.diagnostics.isEmpty else { throw KernelError(trace.diagnostics) }
    let module = trace.finish()
    let mistakes = module.verify()
    guard mistakes.isEmpty else { throw KernelError(mistakes) }
    return module
  }

  /// What the kernel does, as the IR's text.
  ///
  /// - Parameters:
  ///   - target: what the kernel is compiled for.
  ///   - locations: each operation names its place in the user's source.
  /// - Throws: as `module(for:)`.
  public func text(
    for target: TargetInfo = .interpreter, locations: Bool = false
  ) throws(KernelError) -> String {
    let module = try module(for: target)
    return module.text(locations: locations)
  }

  /// `message`, at the kernel's declaration.
  package func diagnostic(_ message: String) -> Diagnostic {
    Diagnostic(message, at: SourcePosition(file: info.file, line: info.line))
  }

  /// A dot is exact unless the kernel asks for less.
  private static var options: SemanticOptions {
    var options = SemanticOptions()
    options.inputPrecision = .ieee
    return options
  }
}
