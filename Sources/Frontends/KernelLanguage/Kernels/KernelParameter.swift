import IR
import TileSemantics

/// What a kernel can take at run time: a pointer, a scalar, a tensor descriptor, or an optional of
/// these.
///
/// The requirements are called by the expansion of `@Kernel`.
public protocol KernelParameter {
  /// What a launch passes.
  associatedtype Launch

  /// What the launch of the kernel gets to know of `value`.
  static func argument(_ value: Launch) -> LaunchArgument

  /// What the parameter stands for while the kernel is traced.
  static func parameter(_ index: Int, _ name: String, _ value: Launch) -> Self
}

extension Tile: KernelParameter {
  public typealias Launch = Element

  public static func argument(_ value: Element) -> LaunchArgument {
    LaunchArgument(.number(value.tileBits, Element.scalarType), isUnsigned: Element.isUnsigned)
  }

  public static func parameter(_ index: Int, _ name: String, _ value: Element) -> Tile {
    Tile(Trace.required.parameter(index)[0])
  }
}

extension Pointer: KernelParameter {
  public typealias Launch = Buffer<Pointee>

  public static func argument(_ value: Buffer<Pointee>) -> LaunchArgument {
    LaunchArgument(.buffer(value.storage, Pointee.scalarType), isUnsigned: Pointee.isUnsigned)
  }

  public static func parameter(_ index: Int, _ name: String, _ value: Buffer<Pointee>) -> Pointer {
    Pointer(Trace.required.parameter(index)[0])
  }
}

extension Optional: KernelParameter where Wrapped: KernelParameter {
  public typealias Launch = Wrapped.Launch?

  public static func argument(_ value: Wrapped.Launch?) -> LaunchArgument {
    value.map { Wrapped.argument($0) } ?? LaunchArgument(.none)
  }

  public static func parameter(_ index: Int, _ name: String, _ value: Wrapped.Launch?) -> Wrapped? {
    value.map { Wrapped.parameter(index, name, $0) }
  }
}
