extension PTXPrinter {
  /// Writes a declaration of memory, without the semicolon.
  mutating func write(_ variable: Variable) {
    write(variable.linkage)
    write(".\(variable.space.rawValue) ")
    if let alignment = variable.alignment { write(".align \(alignment) ") }
    if case .vector(let count) = variable.extent { write(".v\(count) ") }
    write(".\(variable.type.rawValue) \(variable.name)")
    switch variable.extent {
    case .scalar, .vector: break
    case .array(let count): write("[\(count)]")
    case .open: write("[]")
    }
    guard !variable.initialValues.isEmpty else { return }
    if case .scalar = variable.extent {
      write(" = ")
      write(variable.initialValues[0])
    } else {
      write(" = {")
      write(variable.initialValues) { $0.write($1) }
      write("}")
    }
  }

  private mutating func write(_ linkage: Linkage) {
    if linkage != .module { write(".\(linkage.rawValue) ") }
  }

  private mutating func write(_ constant: Constant) {
    switch constant {
    case .integer(let value): write(integer: value)
    case .float32(let bits): write(float32: bits)
    case .float64(let bits): write(float64: bits)
    case .address(let name, let offset): write(symbol: name, offset: offset)
    case .genericAddress(let name, let offset):
      write("generic(\(name))")
      write(offset: offset)
    }
  }

  /// Writes a function, and the lines of its statements to the last entry of `lines`.
  mutating func write(_ function: PTXFunction, lines: inout StatementLines) {
    write(function.linkage)
    write(".\(function.kind.rawValue) ")
    if !function.results.isEmpty {
      write("(")
      write(function.results) { $0.write($1) }
      write(") ")
    }
    write("\(function.name)(")
    for (index, parameter) in function.parameters.enumerated() {
      if index > 0 { write(",") }
      endLine()
      write("  ")
      write(parameter)
    }
    if !function.parameters.isEmpty { endLine() }
    write(")")
    write(function.directives)
    guard let body = function.body else { return endLine(";") }
    endLine()
    endLine("{")
    write(body, lines: &lines)
    endLine("}")
  }

  private mutating func write(_ parameter: Parameter) {
    write(".param ")
    // The alignment of an array stands before its type, that of a pointer's memory after `.ptr`.
    if let alignment = parameter.alignment { write(".align \(alignment) ") }
    write(".\(parameter.type.rawValue) ")
    if let pointer = parameter.pointer {
      write(".ptr ")
      if pointer.space != .generic { write(".\(pointer.space.rawValue) ") }
      if let alignment = pointer.alignment { write(".align \(alignment) ") }
    }
    write(parameter.name)
    if let count = parameter.count { write("[\(count)]") }
  }

  private mutating func write(_ directives: PerformanceDirectives) {
    write(".reqntid", directives.requiredThreads)
    write(".maxntid", directives.maximumThreads)
    write(".minnctapersm", directives.minimumBlocks)
    write(".maxnreg", directives.maximumRegisters)
    if directives.isExplicitCluster { writeDirective(".explicitcluster") }
    write(".reqnctapercluster", directives.requiredCluster)
    write(".maxclusterrank", directives.maximumClusterRank)
    if directives.isNoReturn { writeDirective(".noreturn") }
    for pragma in directives.pragmas {
      writeDirective(".pragma ")
      writeQuoted(pragma)
      write(";")
    }
  }

  private mutating func writeDirective(_ name: StaticString) {
    endLine()
    write(name)
  }

  private mutating func write(_ name: StaticString, _ size: PerformanceDirectives.Size?) {
    guard let size else { return }
    writeDirective(name)
    write(" \(size.x), \(size.y), \(size.z)")
  }

  private mutating func write(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    writeDirective(name)
    write(" \(number)")
  }
}
