import IR

/// What one element of a tile can be: a number of a fixed width, or a truth value.
///
/// The same Swift type stands for an element in a kernel and in host memory.
public protocol TileElement: Hashable, Sendable, BitwiseCopyable {
  /// The type in the IR, which knows no signs.
  static var scalarType: ScalarType { get }

  /// Integers without a sign divide, compare, shift and widen in their own way.
  static var isUnsigned: Bool { get }

  /// The element that `bits`, in the low bits, stand for.
  init(tileBits bits: UInt64)

  /// The bits of the element, in the low bits.
  var tileBits: UInt64 { get }

  /// The name that messages use: `Float`.
  static var elementName: String { get }
}

extension TileElement {
  /// False; types without a sign say otherwise.
  public static var isUnsigned: Bool { false }
  /// The name of the Swift type.
  public static var elementName: String { "\(Self.self)" }
}

/// An element that arithmetic works on: everything but a truth value.
public protocol NumericElement: TileElement, Comparable {
  /// What sums of such elements are computed in.
  associatedtype Accumulated: NumericElement = Self
}

/// An element that is an integer.
public protocol IntegerElement: NumericElement, FixedWidthInteger {}

/// An element that is a float, down to eight bits.
public protocol FloatElement: NumericElement where Accumulated == Self {
  /// The nearest element to `value`.
  init(_ value: Double)

  /// The value of the element, exact.
  var doubleValue: Double { get }
}

/// A float of 32 or 64 bits, which the transcendental functions take.
public protocol WideFloatElement: FloatElement {}
