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
    for (index, argument) in arguments.enumerated() where argument.specialization == .one {
      // The parameter stays, so that what a launch passes does not depend on its values.
      guard case .number(let bits, let type) = argument.value else { continue }
      operands[index] = [
        builder.constant(bits: bits, type: .scalar(type), isUnsigned: argument.isUnsigned)
      ]
    }
  }

  private func parameters(_ name: String, _ argument: LaunchArgument) -> [FunctionParameter] {
    switch argument.value {
    case .none: return []
    case .number(_, let type):
      return [
        FunctionParameter(
          name, .scalar(type), isUnsigned: argument.isUnsigned,
          attributes: attributes(argument))
      ]
    case .buffer(_, let element):
      return [
        FunctionParameter(
          name, .pointer(to: element), isUnsigned: argument.isUnsigned,
          attributes: attributes(argument))
      ]
    case .tensor(let tensor):
      let shape = Shape(tensor.tileShape) ?? .scalar
      let handle = FunctionParameter(
        name,
        .descriptor(
          shape, tensor.element,
          TileBuilder.signedness(of: tensor.element, isUnsigned: argument.isUnsigned)),
        isUnsigned: argument.isUnsigned)
      let extents = tensor.shape.indices.map { FunctionParameter("\(name).shape.\($0)", .i32) }
      let strides = tensor.shape.indices.map { FunctionParameter("\(name).stride.\($0)", .i64) }
      return [handle] + extents + strides
    }
  }

  private func attributes(_ argument: LaunchArgument) -> AttributeList {
    argument.specialization == .multipleOf16 ? Self.divisible : .empty
  }

  private static let divisible: AttributeList = ["tt.divisibility": .i32(16)]
}
