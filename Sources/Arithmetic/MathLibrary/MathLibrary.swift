/// NVIDIA's device mathematics library (libdevice), as far as Triton offers it: 313 symbols.
///
/// A function of `f32` is computed in `f64` and rounded once, so it is the correctly rounded result
/// but for rare ties; a function of `f64` is within a few units of the last place. The `fast_`
/// functions and the approximations have the exact function's value here: a GPU's may be further
/// away. Arguments outside a function's domain and special values give what the CUDA Math API
/// documents; a NaN result is the canonical one.
public enum MathLibrary {
  /// The function with that symbol, such as `__nv_expf`, or nil if there is none.
  public static func function(named name: String) -> MathFunction? { table.functions[name] }

  /// The symbols of all functions, in alphabetical order.
  public static var names: [String] { table.functions.keys.sorted() }

  private static let table: MathFunctionTable = {
    var table = MathFunctionTable()
    table.addIntegerFunctions()
    table.addBitCasts()
    table.addRoundedArithmetic()
    table.addConversions()
    table.addClassification()
    table.addElementaryFunctions()
    table.addFastFunctions()
    table.addNorms()
    table.addSpecialFunctions()
    return table
  }()
}
