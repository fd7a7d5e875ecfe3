import Support

/// What is known of a function's body while its text is read.
struct BodyContext {
  var body = PTXFunction.Body()
  /// The blocks around the place that is read, the outermost first.
  var scopes = [BodyScope()]
  var labels = BodyLabels()
  /// The line of the source that instructions come from.
  var location: SourceLocation?
  /// Names of variables that the function has.
  private var variableNames: Set<String>

  init(of function: PTXFunction) {
    variableNames = Set((function.results + function.parameters).map(\.name))
    for name in variableNames { scopes[0].variables[name] = name }
  }

  /// The register that `name` stands for here.
  func register(_ name: String) -> Register? {
    for scope in scopes.reversed() {
      if let register = scope.register(name) { return register }
    }
    return nil
  }

  /// The variable of the function that `name` stands for here.
  func variable(_ name: String) -> String? {
    for scope in scopes.reversed() {
      if let variable = scope.variables[name] { return variable }
    }
    return nil
  }

  /// Adds a variable of the innermost block, under a name that the function does not have yet;
  /// says whether the block had none of that name.
  mutating func declare(_ variable: Variable) -> Bool {
    let innermost = scopes.count - 1
    guard scopes[innermost].variables[variable.name] == nil else { return false }
    var variable = variable
    let name = variable.name
    var number = 1
    while !variableNames.insert(variable.name).inserted {
      variable.name = "\(name)_\(number)"
      number += 1
    }
    scopes[innermost].variables[name] = variable.name
    body.variables.append(variable)
    return true
  }

  /// Declares a register; says whether the block had none of that name.
  mutating func declareRegister(_ name: String, _ registerClass: RegisterClass) -> Bool {
    let innermost = scopes.count - 1
    guard !scopes[innermost].declaresRegister(name) else { return false }
    scopes[innermost].registers[name] = body.registers.makeRegister(registerClass)
    return true
  }

  /// Declares registers from `prefix` and 0 up to, but not including, `count`; says whether the
  /// block had none with that prefix.
  mutating func declareRegisters(
    _ prefix: String, count: Int, _ registerClass: RegisterClass
  ) -> Bool {
    let innermost = scopes.count - 1
    guard scopes[innermost].ranges[prefix] == nil else { return false }
    scopes[innermost].ranges[prefix] = BodyScope.RegisterRange(
      registerClass: registerClass, base: body.registers[registerClass], count: count)
    body.registers[registerClass] += count
    return true
  }

  /// Puts the final labels in the place of the numbers that stood for them.
  mutating func resolveLabels() {
    let final = labels.labels()
    for index in body.statements.indices {
      switch body.statements[index] {
      case .label(let label): body.statements[index] = .label(final[Int(label.index)])
      case .instruction(var instruction):
        guard case .label(let label)? = instruction.operands.first else { continue }
        instruction.operands[0] = .label(final[Int(label.index)])
        body.statements[index] = .instruction(instruction)
      case .pragma: break
      }
    }
  }
}
