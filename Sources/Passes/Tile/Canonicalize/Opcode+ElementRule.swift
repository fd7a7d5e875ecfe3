import Arithmetic
import IR

/// How an element of a result follows from elements of constants.
enum ElementRule {
  /// It is not computed: there are no elements, or no exact meaning.
  case none
  /// From two integers of a width; `nil` where there is no meaning.
  case integers((UInt64, UInt64, Int) -> UInt64?)
  /// From an integer of a width.
  case integer((UInt64, Int) -> UInt64)
  /// From two floats of a format.
  case floats((UInt64, UInt64, FloatFormat) -> UInt64)
  /// From a float of a format.
  case float((UInt64, FloatFormat) -> UInt64)
  case multiplyAdd, clamp, select, compareIntegers, compareFloats
  case signExtension, truncation, sameBits
  case floatConversion, signedToFloat, unsignedToFloat, floatToSigned, floatToUnsigned
}

extension Opcode {
  /// How constants are folded through this operation.
  ///
  /// The functions that a machine approximates (`math.exp` and its like) are not computed: the
  /// result would depend on where the compiler runs.
  var elementRule: ElementRule {
    switch self {
    case .addi: .integers { IntegerArithmetic.add($0, $1, width: $2) }
    case .subi: .integers { IntegerArithmetic.subtract($0, $1, width: $2) }
    case .muli: .integers { IntegerArithmetic.multiply($0, $1, width: $2) }
    case .mulhiui: .integers { IntegerArithmetic.multiplyHighUnsigned($0, $1, width: $2) }
    case .divsi: .integers { IntegerArithmetic.divideSigned($0, $1, width: $2).meaningful }
    case .divui: .integers { IntegerArithmetic.divideUnsigned($0, $1, width: $2).meaningful }
    case .remsi: .integers { IntegerArithmetic.remainderSigned($0, $1, width: $2).meaningful }
    case .remui: .integers { IntegerArithmetic.remainderUnsigned($0, $1, width: $2).meaningful }
    case .andi: .integers { left, right, _ in left & right }
    case .ori: .integers { left, right, _ in left | right }
    case .xori: .integers { left, right, _ in left ^ right }
    case .shli:
      .integers { $1 < UInt64($2) ? IntegerArithmetic.shiftLeft($0, by: $1, width: $2) : nil }
    case .shrsi:
      .integers {
        $1 < UInt64($2) ? IntegerArithmetic.shiftRightSigned($0, by: $1, width: $2) : nil
      }
    case .shrui:
      .integers {
        $1 < UInt64($2) ? IntegerArithmetic.shiftRightUnsigned($0, by: $1, width: $2) : nil
      }
    case .minsi: .integers { IntegerArithmetic.minimumSigned($0, $1, width: $2) }
    case .minui: .integers { left, right, _ in min(left, right) }
    case .maxsi: .integers { IntegerArithmetic.maximumSigned($0, $1, width: $2) }
    case .maxui: .integers { left, right, _ in max(left, right) }
    case .absi: .integer { IntegerArithmetic.absolute($0, width: $1) }
    case .cmpi: .compareIntegers

    case .addf: .floats { FloatArithmetic.add($0, $1, $2) }
    case .subf: .floats { FloatArithmetic.subtract($0, $1, $2) }
    case .mulf: .floats { FloatArithmetic.multiply($0, $1, $2) }
    case .divf, .preciseDivf: .floats { FloatArithmetic.divide($0, $1, $2) }
    case .remf: .floats { FloatArithmetic.remainder($0, $1, $2) }
    case .minimumf: .floats { FloatArithmetic.minimum($0, $1, $2) }
    case .maximumf: .floats { FloatArithmetic.maximum($0, $1, $2) }
    case .minnumf: .floats { FloatArithmetic.minimumNumber($0, $1, $2) }
    case .maxnumf: .floats { FloatArithmetic.maximumNumber($0, $1, $2) }
    case .negf: .float { FloatArithmetic.negate($0, $1) }
    case .absf: .float { FloatArithmetic.absolute($0, $1) }
    case .floor: .float { FloatArithmetic.floor($0, $1) }
    case .ceil: .float { FloatArithmetic.ceil($0, $1) }
    case .sqrt, .preciseSqrt: .float { FloatArithmetic.squareRoot($0, $1) }
    case .fma: .multiplyAdd
    case .clampf: .clamp
    case .cmpf: .compareFloats

    case .select: .select
    case .extsi: .signExtension
    case .trunci: .truncation
    case .extui, .arithBitcast, .bitcast: .sameBits
    case .extf, .truncf, .fpToFp: .floatConversion
    case .sitofp: .signedToFloat
    case .uitofp: .unsignedToFloat
    case .fptosi: .floatToSigned
    case .fptoui: .floatToUnsigned

    case .exp, .exp2, .log, .log2, .sin, .cos, .erf, .rsqrt, .intToPtr, .ptrToInt, .addptr,
      .externElementwise, .elementwiseInlineAsm, .mapElementwise, .mapElementwiseReturn, .module,
      .function, .return, .call, .constant, .getProgramID, .getNumPrograms, .makeRange, .splat,
      .unsplat, .expandDims, .reshape, .broadcast, .cat, .join, .split, .trans, .convertLayout,
      .load, .store,
      .atomicRMW, .atomicCAS, .advance, .makeTensorPtr, .makeTensorDescriptor, .descriptorLoad,
      .descriptorStore, .descriptorReduce, .descriptorGather, .descriptorScatter, .dot, .dotScaled,
      .reduce, .reduceReturn, .scan, .scanReturn, .histogram, .gather, .print, .assert, .for, .if,
      .while, .yield, .condition, .branch, .conditionalBranch, .poison, .barrier, .assume,
      .warpSpecialize, .warpYield, .warpReturn:
      .none
    }
  }
}

extension IntegerQuotient {
  /// The result, unless the division has no meaning.
  fileprivate var meaningful: UInt64? { fault == nil ? bits : nil }
}
