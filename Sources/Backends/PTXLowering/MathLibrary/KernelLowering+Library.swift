import Arithmetic
import IR
import PTX
import Support

extension KernelLowering {
  /// A function of the device library, of one element of each operand.
  mutating func libraryElement(
    _ op: OpID, _ operands: [Register]
  ) throws(Diagnostic) -> Register {
    let symbol = ExternElementwise(reading: op, of: module).symbol
    guard let function = MathLibrary.function(named: symbol) else {
      throw cannotLower(op, "there is no function \(symbol)")
    }
    guard let routine = RoutineTable.routine(named: symbol) else {
      throw cannotLower(op, "there is no PTX for \(symbol)")
    }
    guard operands.map(\.registerClass) == function.parameters.map(\.registerClass),
      module.resultType(of: op).element?.registerClass == function.result.registerClass
    else { throw cannotLower(op, "the operands do not fit \(symbol)") }
    return writing { routine($0, operands) }
  }
}

extension MathFunction.ValueType {
  /// The class of the registers that hold a value.
  fileprivate var registerClass: RegisterClass {
    switch self {
    case .i32: .bits32
    case .i64: .bits64
    case .f32: .float32
    case .f64: .float64
    }
  }
}
