import IR
import TileSemantics

/// What a kernel can take at run time: a pointer, a scalar, a tensor descriptor, or an optional of
/// these.
///
public protocol KernelParameter {
  /// What a launch passes.
  associatedtype Launch

  /// What the launch of the kernel gets to know of `value`.
  static func argument(_ value: Launch) -> LaunchArgument

  /// What the parameter stands for while the kernel is traced.
  static func parameter(_ index: Int, _ value: Launch) -> Self
}

extension Tile: KernelParameter {
  /// A launch passes one element.
  public typealias Launch = Element

  /// The bits of `value` and their type.
  @inlinable @inline(__always)
  public static func argument(_ value: Element) -> LaunchArgument {
    .number(value.tileBits, Element.scalarType, isUnsigned: Element.isUnsigned)
  }

  /// The scalar that the kernel gets as its parameter at `index`.
  public static func parameter(_ index: Int, _ value: Element) -> Tile {
    Tile(Trace.required.parameter(index)[0])
  }
}

extension Pointer: KernelParameter {
  /// A launch passes the buffer that is pointed into.
  public typealias Launch = Buffer<Pointee>

  /// The memory of `value` and the type of its elements.
  @inlinable @inline(__always)
  public static func argument(_ value: Buffer<Pointee>) -> LaunchArgument {
    .buffer(value.storage, Pointee.scalarType, isUnsigned: Pointee.isUnsigned)
  }

  /// The address of the buffer's first element, the kernel's parameter at `index`.
  public static func parameter(_ index: Int, _ value: Buffer<Pointee>) -> Pointer {
    Pointer(Trace.required.parameter(index)[0])
  }
}

extension Optional: KernelParameter where Wrapped: KernelParameter {
  /// A launch passes what the wrapped parameter takes, or `nil`.
  public typealias Launch = Wrapped.Launch?

  /// What the wrapped parameter makes of `value`; an absent argument for `nil`.
  @inlinable @inline(__always)
  public static func argument(_ value: Wrapped.Launch?) -> LaunchArgument {
    guard let value else { return .absent }
    return Wrapped.argument(value)
  }

  /// The wrapped parameter at `index`; `nil` where `nil` is passed, which tracing can ask for.
  public static func parameter(_ index: Int, _ value: Wrapped.Launch?) -> Wrapped? {
    value.map { Wrapped.parameter(index, $0) }
  }
}

/// A parameter of a kernel together with what a launch passes for it.
public struct BoundParameter<Parameter: KernelParameter> {
  @usableFromInline let index: Int
  @usableFromInline let name: String
  @usableFromInline let value: Parameter.Launch

  @inlinable @inline(__always)
  init(_ index: Int, _ name: String, _ value: Parameter.Launch) {
    (self.index, self.name, self.value) = (index, name, value)
  }

  /// What the launch passes.
  @inlinable @inline(__always)
  public var argument: LaunchArgument { Parameter.argument(value).named(name) }

  /// What the parameter stands for while the kernel is traced.
  public var parameter: Parameter { Parameter.parameter(index, value) }
}

extension KernelCall {
  /// Binds `value` to the parameter at `index`; the expansion of `@Kernel` calls it.
  @inlinable @inline(__always)
  public static func bind<Parameter: KernelParameter>(
    _ type: Parameter.Type, _ index: Int, _ name: String, _ value: Parameter.Launch
  ) -> BoundParameter<Parameter> { BoundParameter(index, name, value) }
}
