import PTX

/// A float of 32 or 64 bits in a formula.
struct Real {
  /// The formula that it stands in.
  let formula: Formula
  /// The register or constant.
  let operand: Operand

  /// The number that `operand` holds.
  init(_ formula: Formula, _ operand: Operand) { (self.formula, self.operand) = (formula, operand) }

  /// Whether it has 64 bits.
  var isWide: Bool {
    switch operand {
    case .register(let register): register.registerClass == .float64
    case .float64: true
    default: false
    }
  }

  /// The type in opcodes.
  var type: String { isWide ? "f64" : "f32" }

  /// The class of its registers.
  var registerClass: RegisterClass { isWide ? .float64 : .float32 }

  /// The register that holds it.
  var register: Register {
    if case .register(let register) = operand { return register }
    return formula.builder.compute("mov.\(type)", registerClass, operand)
  }

  /// A constant of the same width.
  func constant(_ value: Double) -> Real {
    isWide ? formula.wide(value) : formula.single(Float(value))
  }

  /// The result of an instruction that has the same type.
  func made(_ text: String, _ operands: Operand...) -> Real {
    Real(formula, .register(formula.builder.compute(text, registerClass, operands)))
  }

  static func + (lhs: Real, rhs: Real) -> Real {
    lhs.made("add.rn.\(lhs.type)", lhs.operand, rhs.operand)
  }
  static func - (lhs: Real, rhs: Real) -> Real {
    lhs.made("sub.rn.\(lhs.type)", lhs.operand, rhs.operand)
  }
  static func * (lhs: Real, rhs: Real) -> Real {
    lhs.made("mul.rn.\(lhs.type)", lhs.operand, rhs.operand)
  }
  static func / (lhs: Real, rhs: Real) -> Real {
    lhs.made("div.rn.\(lhs.type)", lhs.operand, rhs.operand)
  }
  static prefix func - (value: Real) -> Real { value.made("neg.\(value.type)", value.operand) }

  static func + (lhs: Real, rhs: Double) -> Real { lhs + lhs.constant(rhs) }
  static func - (lhs: Real, rhs: Double) -> Real { lhs - lhs.constant(rhs) }
  static func * (lhs: Real, rhs: Double) -> Real { lhs * lhs.constant(rhs) }
  static func / (lhs: Real, rhs: Double) -> Real { lhs / lhs.constant(rhs) }
  static func + (lhs: Double, rhs: Real) -> Real { rhs.constant(lhs) + rhs }
  static func - (lhs: Double, rhs: Real) -> Real { rhs.constant(lhs) - rhs }
  static func * (lhs: Double, rhs: Real) -> Real { rhs.constant(lhs) * rhs }
  static func / (lhs: Double, rhs: Real) -> Real { rhs.constant(lhs) / rhs }

  static func < (lhs: Real, rhs: Real) -> Truth { lhs.compared("lt", rhs) }
  static func > (lhs: Real, rhs: Real) -> Truth { lhs.compared("gt", rhs) }
  static func <= (lhs: Real, rhs: Real) -> Truth { lhs.compared("le", rhs) }
  static func >= (lhs: Real, rhs: Real) -> Truth { lhs.compared("ge", rhs) }
  static func == (lhs: Real, rhs: Real) -> Truth { lhs.compared("eq", rhs) }
  static func < (lhs: Real, rhs: Double) -> Truth { lhs < lhs.constant(rhs) }
  static func > (lhs: Real, rhs: Double) -> Truth { lhs > lhs.constant(rhs) }
  static func <= (lhs: Real, rhs: Double) -> Truth { lhs <= lhs.constant(rhs) }
  static func >= (lhs: Real, rhs: Double) -> Truth { lhs >= lhs.constant(rhs) }
  static func == (lhs: Real, rhs: Double) -> Truth { lhs == lhs.constant(rhs) }

  /// Whether the relation that `setp` calls `word` holds.
  func compared(_ word: String, _ other: Real) -> Truth {
    Truth(
      formula,
      formula.builder.compute("setp.\(word).\(type)", .predicate, operand, other.operand))
  }

  /// Whether it is NaN.
  var isNaN: Truth { compared("nan", self) }
  /// Whether its magnitude is infinite.
  var isInfinite: Truth { magnitude == .infinity }
  /// Whether it is a number that is not infinite.
  var isFinite: Truth { magnitude < .infinity }
}

/// Functions that are one instruction.
extension Real {
  /// The number without its sign.
  var magnitude: Real { made("abs.\(type)", operand) }
  /// The square root, rounded.
  var squareRoot: Real { made("sqrt.rn.\(type)", operand) }
  /// The integral number that `word`, such as `rni`, rounds to.
  func rounded(_ word: String) -> Real { made("cvt.\(word).\(type).\(type)", operand) }
  /// The number with the sign of `other`.
  func withSign(of other: Real) -> Real { made("copysign.\(type)", other.operand, operand) }
  /// The smaller number; one that is NaN does not count.
  func atMost(_ other: Double) -> Real { made("min.\(type)", operand, constant(other).operand) }
  /// The larger number; one that is NaN does not count.
  func atLeast(_ other: Double) -> Real { made("max.\(type)", operand, constant(other).operand) }
  /// What the machine's approximation `name` gives for 32 bits.
  func approximated(_ name: String) -> Real { made("\(name).approx.f32", operand) }

  /// The number in 64 bits.
  var widened: Real {
    isWide ? self : Real(formula, formula.compute("cvt.f64.f32", .float64, operand))
  }
  /// The number rounded to 32 bits.
  var narrowed: Real {
    isWide ? Real(formula, formula.compute("cvt.rn.f32.f64", .float32, operand)) : self
  }
  /// The bits as an integer.
  var bits: Whole {
    let width = isWide ? 64 : 32
    return Whole(formula, formula.compute("mov.b\(width)", .integers(of: width), operand), width)
  }
  /// The integer that `word`, such as `rni`, rounds to: of `width` bits, with or without sign.
  func integer(_ word: String, _ width: Int = 32, isSigned: Bool = true) -> Whole {
    let text = "cvt.\(word).\(isSigned ? "s" : "u")\(width).\(type)"
    return Whole(formula, formula.compute(text, .integers(of: width), operand), width)
  }
}
