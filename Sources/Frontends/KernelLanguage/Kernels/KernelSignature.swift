import IR
import TileSemantics

/// The function of the module that a kernel becomes.
struct KernelSignature {
  let info: KernelInfo
  let arguments: [LaunchArgument]
  /// What each parameter stands for, once the function has begun.
  private(set) var operands: [[Operand]] = []

  init(info: KernelInfo, arguments: [LaunchArgument]) {
    (self.info, self.arguments) = (info, arguments)
  }

  /// Opens the function.
  mutating func begin(in builder: inout TileBuilder) throws {
    var parameters: [FunctionParameter] = []
    var counts: [Int] = []
    for argument in arguments {
      let own = self.parameters(argument.name, argument)
      parameters += own
      counts.append(own.count)
    }
    var values = try builder.beginFunction(info.name, parameters: parameters)[...]
    operands = counts.map { count in
      defer { values = values.dropFirst(count) }
      return Array(values.prefix(count))
    }
  }

  private func parameters(_ name: String, _ argument: LaunchArgument) -> [FunctionParameter] {
    switch argument.value {
    case .none: return []
    case .number(let bits, let type):
      let isDivisible = type.isInteger && type.bitWidth >= 32 && bits % Self.divisor == 0
      return [
        FunctionParameter(
          name, .scalar(type), isUnsigned: argument.isUnsigned,
          attributes: isDivisible ? Self.divisible : .empty)
      ]
    case .buffer(_, let element):
      // The host's buffers begin at addresses that the hint promises.
      return [
        FunctionParameter(
          name, .pointer(to: element), isUnsigned: argument.isUnsigned,
          attributes: Self.divisible)
      ]
    case .tensor(let tensor):
      let shape = Shape(tensor.tileShape) ?? .scalar
      let handle = FunctionParameter(
        name, .descriptor(
          shape, tensor.element,
          TileBuilder.signedness(of: tensor.element, isUnsigned: argument.isUnsigned)),
        isUnsigned: argument.isUnsigned)
      let extents = tensor.shape.indices.map { FunctionParameter("\(name).shape.\($0)", .i32) }
      let strides = tensor.shape.indices.map { FunctionParameter("\(name).stride.\($0)", .i64) }
      return [handle] + extents + strides
    }
  }

  /// The specialisation that the compiler makes use of: multiples of 16.
  private static let divisor: UInt64 = 16
  private static let divisible: AttributeList = ["tt.divisibility": .i32(16)]
}
