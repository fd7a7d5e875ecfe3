/// Marks a kernel's parameter as known when the kernel is compiled.
///
/// Inside the kernel it is a plain Swift value, which can be a tile's extent, choose a branch or
/// unroll a loop. Every value that a launch passes makes a kernel of its own.
@propertyWrapper
public struct Constexpr<Value> {
  /// What the kernel sees.
  public var wrappedValue: Value

  /// A constant with a value.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}
