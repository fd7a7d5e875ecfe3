import PTX

extension FunctionDecoder {
  /// Gives the registers and variables of `function` places in `program`; its code begins at
  /// `start`.
  static func layout(
    _ function: PTXFunction, start: Int, in program: inout ProgramDecoder
  ) -> ProgramDecoder.FunctionInfo {
    var info = ProgramDecoder.FunctionInfo(
      start: start, end: start, offsets: [:], locals: 0..<0, bases: [:], sharedNames: [:])
    guard let body = function.body else { return info }
    for registerClass in RegisterClass.allCases {
      info.bases[registerClass] = program.registers.reserve(
        registerClass, count: body.registers[registerClass])
    }
    let firstLocal = program.localByteCount
    func place(_ byteCount: Int, _ alignment: Int, _ program: inout ProgramDecoder) -> Int {
      let offset = ProgramDecoder.aligned(program.localByteCount, max(alignment, 1))
      program.localByteCount = offset + byteCount
      return offset
    }
    if function.kind == .function {
      for parameter in function.results + function.parameters {
        info.offsets[parameter.name] = place(
          parameter.byteCount, parameter.alignment ?? parameter.type.byteCount, &program)
      }
    }
    for variable in body.variables {
      switch variable.space {
      case .shared, .sharedBlock, .sharedCluster:
        let name = "\(variable.name)@\(function.name)"
        info.sharedNames[variable.name] = name
        program.layoutShared(variable, as: name)
      case .global, .const, .generic: break
      case .local, .param:
        info.offsets[variable.name] = place(
          variable.byteCount ?? 0, variable.alignment ?? variable.type.byteCount, &program)
      }
    }
    info.locals = firstLocal..<program.localByteCount
    // One more for the return behind the last instruction.
    info.end += 1
    for case .instruction in body.statements { info.end += 1 }
    return info
  }
}
