import Arithmetic

extension Elementwise {
  /// `operation` on floats of `format`.
  static func float(
    _ operation: FloatOperation, _ lhs: TileValue, _ rhs: TileValue, _ format: FloatFormat
  ) -> TileValue {
    switch operation {
    case .add: perFormat(format, lhs, rhs) { FloatArithmetic.add($0, $1, $2) }
    case .subtract: perFormat(format, lhs, rhs) { FloatArithmetic.subtract($0, $1, $2) }
    case .multiply: perFormat(format, lhs, rhs) { FloatArithmetic.multiply($0, $1, $2) }
    case .divide: perFormat(format, lhs, rhs) { FloatArithmetic.divide($0, $1, $2) }
    case .remainder: TileValue.map(lhs, rhs) { FloatArithmetic.remainder($0, $1, format) }
    case .minimum: perFormat(format, lhs, rhs) { FloatArithmetic.minimum($0, $1, $2) }
    case .maximum: perFormat(format, lhs, rhs) { FloatArithmetic.maximum($0, $1, $2) }
    case .minimumNumber: perFormat(format, lhs, rhs) { FloatArithmetic.minimumNumber($0, $1, $2) }
    case .maximumNumber: perFormat(format, lhs, rhs) { FloatArithmetic.maximumNumber($0, $1, $2) }
    }
  }

  /// `function` of floats of `format`.
  static func floatFunction(
    _ function: FloatFunction, _ source: TileValue, _ format: FloatFormat
  ) -> TileValue {
    switch function {
    case .negate: source.map { FloatArithmetic.negate($0, format) }
    case .absolute: source.map { FloatArithmetic.absolute($0, format) }
    case .floor: source.map { FloatArithmetic.floor($0, format) }
    case .ceil: source.map { FloatArithmetic.ceil($0, format) }
    case .exp: source.map { FloatArithmetic.exp($0, format) }
    case .exp2: source.map { FloatArithmetic.exp2($0, format) }
    case .log: source.map { FloatArithmetic.log($0, format) }
    case .log2: source.map { FloatArithmetic.log2($0, format) }
    case .sin: source.map { FloatArithmetic.sin($0, format) }
    case .cos: source.map { FloatArithmetic.cos($0, format) }
    case .erf: source.map { FloatArithmetic.erf($0, format) }
    case .squareRoot: source.map { FloatArithmetic.squareRoot($0, format) }
    case .reciprocalSquareRoot: source.map { FloatArithmetic.reciprocalSquareRoot($0, format) }
    }
  }

  /// The elements in another type.
  static func convert(_ source: TileValue, _ conversion: Conversion) -> TileValue {
    switch conversion {
    case .reinterpret:
      source
    case .signExtend(let from, let to):
      source.map { IntegerArithmetic.signExtend($0, from: from, to: to) }
    case .truncate(let width):
      source.map { IntegerArithmetic.truncate($0, to: width) }
    case .float(let from, let to, let rounding, let saturating):
      source.map {
        FloatConversion.convert($0, from: from, to: to, rounding: rounding, saturating: saturating)
      }
    case .fromSigned(let width, let format):
      source.map { FloatConversion.fromSigned($0, width: width, to: format) }
    case .fromUnsigned(let format):
      source.map { FloatConversion.fromUnsigned($0, to: format) }
    case .toSigned(let format, let width):
      source.map { FloatConversion.toSigned($0, from: format, width: width) }
    case .toUnsigned(let format, let width):
      source.map { FloatConversion.toUnsigned($0, from: format, width: width) }
    }
  }
}
