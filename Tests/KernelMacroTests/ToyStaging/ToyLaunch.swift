/// What a parameter of a kernel must be able to do.
protocol KernelParameter {
  /// What is passed for the parameter in a launch.
  associatedtype Launch
  /// What the launch passes to the device.
  static func argument(_ index: Int, _ name: String, _ value: Launch) -> KernelArgument
  /// The parameter while the kernel is traced.
  static func parameter(_ index: Int, _ name: String, _ value: Launch) -> Self
}

/// An argument of a toy kernel: numbers, or nothing for a pointer that is nil.
struct KernelArgument {
  let name: String
  let numbers: [Int]
}

/// What is known of a kernel.
struct KernelInfo {
  let name: String, file: String, line: Int, source: String
}

/// A parameter with the value that a launch gives it.
struct BoundParameter<Parameter: KernelParameter> {
  let index: Int, name: String, value: Parameter.Launch

  /// What the launch passes to the device.
  var argument: KernelArgument { Parameter.argument(index, name, value) }
  /// The parameter while the kernel is traced.
  var parameter: Parameter { Parameter.parameter(index, name, value) }
}

/// A kernel with its arguments.
struct KernelCall {
  let info: KernelInfo, arguments: [KernelArgument], constexprs: [(String, Any)]
  private let body: () -> Void

  init(
    _ info: KernelInfo, arguments: [KernelArgument], constexprs: [(String, Any)],
    body: @escaping () -> Void
  ) {
    (self.info, self.arguments, self.constexprs, self.body) = (info, arguments, constexprs, body)
  }

  /// A parameter with the value that a launch gives it.
  static func bind<Parameter: KernelParameter>(
    _ type: Parameter.Type, _ index: Int, _ name: String, _ value: Parameter.Launch
  ) -> BoundParameter<Parameter> { BoundParameter(index: index, name: name, value: value) }

  /// Traces the kernel.
  func trace() -> Staging {
    let staging = Staging()
    Staging.$current.withValue(staging, operation: body)
    return staging
  }

  /// What the kernel emits.
  func run() throws -> [Int] {
    let staging = trace()
    var machine = ToyMachine()
    for (index, argument) in arguments.enumerated() {
      for number in argument.numbers { machine.define(staging.parameter(index), number) }
    }
    try machine.run(staging.program)
    return machine.output
  }
}

/// A constant of a kernel.
@propertyWrapper struct Constexpr<Value> {
  var wrappedValue: Value
  init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// A pointer of the toy, behind which there is one number.
struct Pointer<Pointee>: KernelParameter {
  typealias Launch = [Pointee]
  let number: Number

  static func argument(_ index: Int, _ name: String, _ value: [Pointee]) -> KernelArgument {
    KernelArgument(name: name, numbers: value.map { "\($0)".count })
  }

  static func parameter(_ index: Int, _ name: String, _ value: [Pointee]) -> Pointer {
    Pointer(number: Number(Staging.current!.parameter(index)))
  }
}

extension Number: KernelParameter {
  static func argument(_ index: Int, _ name: String, _ value: Int) -> KernelArgument {
    KernelArgument(name: name, numbers: [value])
  }
  static func parameter(_ index: Int, _ name: String, _ value: Int) -> Number {
    Number(Staging.current!.parameter(index))
  }
}

extension Optional: KernelParameter where Wrapped: KernelParameter {
  typealias Launch = Wrapped.Launch?

  static func argument(_ index: Int, _ name: String, _ value: Wrapped.Launch?) -> KernelArgument {
    value.map { Wrapped.argument(index, name, $0) } ?? KernelArgument(name: name, numbers: [])
  }

  static func parameter(_ index: Int, _ name: String, _ value: Wrapped.Launch?) -> Wrapped? {
    value.map { Wrapped.parameter(index, name, $0) }
  }
}

@attached(body) @attached(peer, names: overloaded)
macro Kernel() = #externalMacro(module: "KernelMacro", type: "KernelMacro")

@attached(body) macro Device() = #externalMacro(module: "KernelMacro", type: "DeviceMacro")

/// The numbers from `low` up to `high`.
func range(_ low: Number, _ high: Number) -> NumberRange { NumberRange(low: low, high: high) }

/// Appends `number` to what the program has to emit.
func emit(_ number: Number) { Staging.current!.append(.emit(number.value)) }
