import PTX

/// Functions of the driver and the strings that they take.
extension KernelLowering {
  /// Calls the function `name` of the driver, which takes `arguments` and, if asked for, returns 32
  /// bits that nobody looks at.
  mutating func call(_ name: String, _ arguments: [Register], returns: Bool) {
    let parameters = arguments.enumerated().map { position, register in
      Parameter(
        "\(name)_argument\(position)",
        type: register.registerClass == .bits64 ? .b64 : .b32)
    }
    let results = returns ? [Parameter("\(name)_result", type: .b32)] : []
    if !externals.contains(where: { $0.name == name }) {
      externals.append(
        PTXFunction(
          .function, name, linkage: .extern, results: results, parameters: parameters))
    }
    for parameter in parameters + results {
      builder.declare(Variable(parameter.name, in: .param, type: parameter.type))
    }
    for (parameter, register) in zip(parameters, arguments) {
      builder.emit(
        "st.param.\(parameter.type.rawValue)", .address(parameter.name), .register(register))
    }
    let list = Operand.list(parameters.map { .symbol($0.name) })
    let result = Operand.list(results.map { .symbol($0.name) })
    builder.emit("call", (returns ? [result] : []) + [.symbol(name), list])
  }

  /// The generic address of `text` with a zero behind it.
  mutating func address(of text: String) -> Register {
    let values = (Array(text.utf8) + [0]).map { Constant.integer(Int64($0)) }
    let known = constants.first { $0.type == .b8 && $0.initialValues == values }
    let variable =
      known
      ?? Variable(
        "string\(constants.count)", in: .global, type: .b8, extent: .array(values.count),
        initialValues: values)
    if known == nil { constants.append(variable) }
    return builder.compute("cvta.global.u64", .bits64, .symbol(variable.name))
  }
}
