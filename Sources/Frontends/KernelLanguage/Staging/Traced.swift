import TileSemantics

/// What a variable of a kernel may hold so that it can change under control flow of the device:
/// tiles, pointers, descriptors, and arrays, optionals, tuples and structs of them.
///
/// A struct says what it is made of:
///
///     struct Statistics: Traced {
///       var sum: Tile<Float>
///       var count: Tile<Int32>
///
///       mutating func trace(with tracer: inout Tracer) {
///         tracer.trace(&sum)
///         tracer.trace(&count)
///       }
///     }
public protocol Traced {
  /// Passes every tile that the value is made of to `tracer`, each time in the same order.
  mutating func trace(with tracer: inout Tracer)
}

/// A type whose variables may be declared without a value in a kernel.
public protocol Undefinable {
  /// What stands in a variable before it is given a value. To use a tile that has none is reported
  /// as a mistake.
  static var undefined: Self { get }
}

extension Int: Undefinable {
  /// 0, which stands until the variable is given a value.
  public static var undefined: Int { 0 }
}

extension Bool: Undefinable {
  /// False, which stands until the variable is given a value.
  public static var undefined: Bool { false }
}

extension Float: Undefinable {
  /// Not a number, which stands until the variable is given a value.
  public static var undefined: Float { .nan }
}

extension Double: Undefinable {
  /// Not a number, which stands until the variable is given a value.
  public static var undefined: Double { .nan }
}

extension String: Undefinable {
  /// No characters, which stand until the variable is given a value.
  public static var undefined: String { "" }
}

/// Sees the tiles that a value is made of, to read or to replace them.
public struct Tracer {
  /// What was seen, or what is left to put in its place.
  var parts: [TracedPart] = []
  private let isReplacing: Bool
  private var next = 0

  /// A tracer that reads.
  init() { isReplacing = false }

  /// A tracer that puts `parts` in the place of what it sees.
  init(replacingBy parts: [TracedPart]) { (self.parts, isReplacing) = (parts, true) }

  /// Sees a part of a value.
  public mutating func trace(_ value: inout some Traced) { value.trace(with: &self) }

  mutating func trace(_ part: TracedPart) -> TracedPart {
    guard isReplacing else {
      parts.append(part)
      return part
    }
    // A value that grew has parts that nothing replaces.
    guard next < parts.count else { return part }
    next += 1
    return parts[next - 1]
  }

  mutating func trace(_ operand: inout Operand) {
    if case .operand(let replacement) = trace(.operand(operand)) { operand = replacement }
  }
}

/// What a traced value is made of.
enum TracedPart: Hashable {
  case operand(Operand)
  /// A truth value that is known while tracing.
  case known(Bool)

  var isKnown: Bool { if case .known = self { true } else { false } }
  var isErroneous: Bool {
    if case .operand(let operand) = self { operand.isErroneous } else { false }
  }
  var isUndefined: Bool {
    if case .operand(let operand) = self { operand.isUndefined } else { false }
  }

  /// The value in the module; written at the builder's point if it was only known.
  func operand(in builder: inout TileBuilder) -> Operand {
    switch self {
    case .operand(let operand): operand
    case .known(let isTrue): builder.constant(isTrue)
    }
  }
}

extension Array: Traced where Element: Traced {
  /// Passes the tiles of every element to `tracer`, first to last.
  public mutating func trace(with tracer: inout Tracer) {
    for index in indices { tracer.trace(&self[index]) }
  }
}

extension Array: Undefinable where Element: Undefinable {
  /// One element that has no value.
  public static var undefined: [Element] { [.undefined] }
}

extension Optional: Traced where Wrapped: Traced {
  /// Passes the tiles of the wrapped value to `tracer`; `nil` has none.
  public mutating func trace(with tracer: inout Tracer) {
    guard var value = self else { return }
    tracer.trace(&value)
    self = value
  }
}

extension Optional: Undefinable where Wrapped: Undefinable {
  /// An undefined wrapped value rather than `nil`, so that its tiles are seen.
  public static var undefined: Wrapped? { .some(.undefined) }
}
