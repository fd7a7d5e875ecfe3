import SwiftDiagnostics

/// An error in a kernel that shows in its syntax, found while the macro expands.
///
/// One member per message: each says what was found and what to write instead.
struct KernelDiagnostic: DiagnosticMessage {
  /// The message.
  let message: String
  /// Identifies the kind of message.
  let diagnosticID: MessageID
  /// Every message is an error.
  let severity = DiagnosticSeverity.error

  private init(_ id: String, _ message: String) {
    self.message = message
    diagnosticID = MessageID(domain: "Nereid", id: id)
  }
}

// MARK: The function

extension KernelDiagnostic {
  /// `@Kernel` or `@Device` on something other than a function.
  static func notAFunction(_ attribute: String) -> Self {
    Self("not-a-function", "'@\(attribute)' goes on a function")
  }

  static let localKernel = Self(
    "local-kernel",
    "a local function cannot be a '@Kernel', because its launch could not be found; "
      + "move it out of the function, or mark it '@Device' to call it from a kernel")

  /// `@Kernel` or `@Device` on a function inside a kernel.
  static func attributeOnLocalFunction(_ attribute: String) -> Self {
    Self(
      "attribute-on-local-function",
      "a function inside a kernel needs no '@\(attribute)'; remove the attribute")
  }

  static let kernelReturnsValue = Self(
    "kernel-returns-value",
    "a kernel returns nothing; store its results through pointers, or make it a '@Device' function")

  static let asyncFunction = Self("async-function", "a kernel or device function cannot be 'async'")

  static let throwingFunction = Self(
    "throwing-function",
    "a kernel or device function cannot throw; check arguments before the launch")

  static let mutatingKernel = Self(
    "mutating-kernel", "a kernel cannot be 'mutating'; pass what it changes through pointers")

  static let mutatingStaged = Self(
    "mutating-staged",
    "a 'mutating' function cannot have control flow that runs on the device; "
      + "write 'var copy = self', change the copy, and end with 'self = copy'")
}

// MARK: Parameters

extension KernelDiagnostic {
  static let inoutKernelParameter = Self(
    "inout-kernel-parameter", "a kernel parameter cannot be 'inout'; pass a pointer")

  static let variadicKernelParameter = Self(
    "variadic-kernel-parameter",
    "a kernel parameter cannot be variadic; pass an array as a '@Constexpr' parameter")

  static let unnamedKernelParameter = Self(
    "unnamed-kernel-parameter", "a kernel parameter needs a name")

  static let defaultOfRuntimeParameter = Self(
    "default-of-runtime-parameter",
    "only a '@Constexpr' parameter can have a default value other than nil")

  static let parameterPack = Self(
    "parameter-pack", "a kernel cannot have parameter packs")

  /// A parameter of a type that only the host knows.
  static func hostParameter(_ name: String, _ type: String, suggestion: String?) -> Self {
    let other = suggestion.map { ", or pass it at run time as '\($0)'" } ?? ""
    return Self(
      "host-parameter",
      "parameter '\(name)' of type '\(type)' is known only on the host; mark it '@Constexpr'"
        + other)
  }

  /// `@Constexpr` on a parameter that is passed at run time.
  static func runtimeConstexpr(_ name: String, _ type: String) -> Self {
    Self(
      "runtime-constexpr",
      "parameter '\(name)' of type '\(type)' is passed at run time and cannot be '@Constexpr'")
  }
}

// MARK: Statements

extension KernelDiagnostic {
  static let deferStatement = Self(
    "defer", "'defer' is not supported in a kernel; write the statements at the end of the block")

  static let throwStatement = Self(
    "throw", "'throw' is not supported in a kernel; check arguments before the launch")

  static let catchClause = Self(
    "catch", "'catch' is not supported in a kernel, where nothing can throw")

  static let tryExpression = Self(
    "try", "'try' is not supported in a kernel; call what can throw before the launch")

  static let awaitExpression = Self(
    "await", "'await' is not supported in a kernel; wait before the launch")

  static let asyncLet = Self("async-let", "'async let' is not supported in a kernel")

  static let asynchronousLoop = Self(
    "asynchronous-loop",
    "'for try' and 'for await' are not supported in a kernel; "
      + "collect the sequence before the launch"
  )

  static let stagedFallthrough = Self(
    "staged-fallthrough",
    "'fallthrough' under an 'if' or in a loop is not supported in a kernel; "
      + "put the shared statements into a function")

  static let guardFallsThrough = Self(
    "guard-falls-through",
    "'guard' must not fall through; end its body with 'return', 'break' or 'continue'")

  static let jumpOutOfHostLoop = Self(
    "jump-out-of-host-loop",
    "this jump leaves a 'while let' or 'while case' loop from under an 'if', which is not "
      + "supported in a kernel; write the loop as 'for' over a sequence")
}

// MARK: Values

extension KernelDiagnostic {
  static let variableNeedsType = Self(
    "variable-needs-type", "a variable without an initial value needs a type in a kernel")

  static let captureList = Self(
    "capture-list",
    "a closure in a kernel cannot have a capture list; copy the value to a 'let' before the closure"
  )

  static let closureReturnsEarly = Self(
    "closure-returns-early",
    "a closure in a kernel cannot return a value from under an 'if' or from a loop; "
      + "write a local function with a result type")

  static func stagedChangeOfClosureParameter(_ name: String) -> Self {
    Self(
      "staged-change-of-closure-parameter",
      "the closure parameter '\(name)' cannot be changed under an 'if' or in a loop in a kernel; "
        + "write a local function with an 'inout' parameter")
  }

  /// A method call that may change a closure's parameter.
  static func stagedMethodOfClosureParameter(_ name: String, _ method: String) -> Self {
    Self(
      "staged-method-of-closure-parameter",
      "'\(method)' may change the closure parameter '\(name)', which cannot be carried through an "
        + "'if' or a loop in a kernel; write a local function with an 'inout' parameter, or call it "
        + "on a 'let' with the parameter's value")
  }

  /// A change of a global, a static or a stored property.
  static func changeOutside(_ target: String) -> Self {
    Self(
      "change-outside",
      "'\(target)' is not declared in the kernel and cannot be changed under an 'if', in a loop or "
        + "in a function that a kernel calls; change a local variable, and return its value or store "
        + "it through a pointer")
  }

  /// A change of an object that a constant refers to.
  static func changeThroughConstant(_ target: String, _ name: String) -> Self {
    Self(
      "change-through-constant",
      "'\(target)' changes the object that the constant '\(name)' refers to, which cannot be carried "
        + "through an 'if' or a loop in a kernel; use a local variable of a type that conforms to "
        + "'Traced'")
  }

  static let opaqueReturn = Self(
    "opaque-return",
    "a function with an opaque result cannot return from under an 'if' or from a loop; "
      + "write the result's type")

  static let switchReturnedEarly = Self(
    "switch-returned-early",
    "'return switch' under an 'if' or in a loop is not supported in a kernel; "
      + "put 'return' into each case")

  static let ifValueNeedsElse = Self(
    "if-value-needs-else", "'if' as a value needs an 'else'")

  static let ifValueNeedsExpression = Self(
    "if-value-needs-expression", "a branch of 'if' as a value must be one expression in a kernel")
}
