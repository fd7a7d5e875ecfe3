import IR
import TileSemantics

/// The functions of NVIDIA's device library, element by element, under Triton's names for them.
///
/// Shapes are broadcast; elements must be of the types that a function takes.
///
/// Triton: `tl.extra.libdevice`
public enum Libdevice {
  /// A function with one symbol for `Float` and one for `Double`.
  static func call<Element: WideFloatElement, Result: TileElement>(
    _ single: String, _ double: String, _ arguments: [Operand], _ type: Element.Type
  ) -> Tile<Result> {
    let isSingle = Element.scalarType == .f32
    // What is no float has the type that the library has for it.
    let result: ScalarType =
      switch Result.scalarType {
      case .f32, .f64: Element.scalarType
      case .i1: .i32
      default: Result.scalarType
      }
    return call(isSingle ? single : double, arguments, result)
  }

  /// A function with one symbol.
  static func call<Result: TileElement>(
    _ symbol: String, _ arguments: [Operand], _ type: ScalarType
  ) -> Tile<Result> {
    Tile<Result>(arguments) {
      try $0.libdevice(
        "__nv_" + symbol, arguments, resultType: type,
        isUnsigned: type.isInteger && Result.isUnsigned)
    }
  }
}
