import Arithmetic
import IR
import Support

extension Code {
  /// What `op` does; its regions are decoded already.
  ///
  /// The one place that maps operations of the IR to actions, so the switch has no default.
  func decodeAction(of op: OpID, _ module: borrowing Module) throws(Diagnostic) -> Action {
    switch module.opcode(of: op) {
    case .addi, .subi, .muli, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli, .shrsi,
      .shrui, .minsi, .minui, .maxsi, .maxui, .cmpi, .addf, .subf, .mulf, .divf, .remf, .negf,
      .minimumf, .maximumf, .minnumf, .maxnumf, .cmpf, .extsi, .extui, .trunci, .extf, .truncf,
      .sitofp, .uitofp, .fptosi, .fptoui, .arithBitcast, .select, .floor, .ceil, .exp, .exp2, .log,
      .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .absf, .absi, .fma, .intToPtr, .ptrToInt, .bitcast,
      .fpToFp, .clampf, .preciseSqrt, .preciseDivf, .mulhiui, .addptr:
      return try decodeElementwiseAction(of: op, module)
    case .externElementwise: return try decodeLibraryCall(op, module)
    case .elementwiseInlineAsm: return .inlineAssembly(try InlineAssemblyCall(op, module))
    case .mapElementwise: return .structured(decodeMap(op, module))
    case .constant, .poison: return try decodeConstant(op, module)

    case .getProgramID: return .programID(GetProgramID(reading: op, of: module).axis)
    case .getNumPrograms: return .programCount(GetNumPrograms(reading: op, of: module).axis)
    case .makeRange:
      let range = MakeRange(reading: op, of: module)
      return .makeRange(start: range.start, count: range.type.shape.count)

    case .splat, .unsplat, .expandDims, .reshape, .convertLayout: return .keepElements
    case .broadcast: return .broadcast(from: operandShape(op, module), to: resultShape(op, module))
    case .trans:
      return .transpose(
        operandShape(op, module), order: Transpose(reading: op, of: module).order)
    case .cat: return .cat(count: operandShape(op, module).count)
    case .join: return .join(count: operandShape(op, module).count)
    case .split: return .split

    case .load, .store, .atomicRMW, .atomicCAS, .makeTensorPtr, .advance, .makeTensorDescriptor,
      .descriptorLoad, .descriptorStore, .descriptorReduce, .descriptorGather, .descriptorScatter:
      return try decodeMemoryAction(of: op, module)

    case .dot, .dotScaled, .reduce, .scan, .histogram, .gather:
      return try decodeTileAction(of: op, module)

    case .call:
      let callee = Call(reading: op, of: module).callee
      guard let target = function(named: callee) else {
        throw module.diagnostic("no function is called @\(callee)", at: op)
      }
      return .structured(.call(function: target))
    case .for, .if, .while, .warpSpecialize: return .structured(decodeControlFlow(of: op, module))

    case .print:
      let print = Print(reading: op, of: module)
      let types = print.values.map { module.type(of: $0) }
      return .print(print, elements: types.map(\.element), shapes: types.map(\.shape))
    case .assert:
      return .assert(message: Assert(reading: op, of: module).message, operandShape(op, module))
    case .assume: return .assume
    case .barrier: return .nothing

    case .module, .function, .return, .mapElementwiseReturn, .reduceReturn, .scanReturn, .yield,
      .condition, .branch, .conditionalBranch, .warpYield, .warpReturn:
      throw cannotExecute(op, module)
    }
  }

  /// The diagnostic for an operation that stands where it has no meaning.
  func cannotExecute(_ op: OpID, _ module: borrowing Module) -> Diagnostic {
    module.diagnostic("cannot execute '\(module.info(of: op).name)' here", at: op)
  }

  /// The entry block of the region at `position`; `nil` if the region is empty.
  func entry(_ position: Int, of op: OpID, _ module: borrowing Module) -> Int? {
    module.firstBlock(of: module.region(position, of: op)).map { Int($0.index) }
  }

  func operandShape(_ op: OpID, _ module: borrowing Module) -> Shape {
    module.type(of: module.operand(0, of: op)).shape
  }

  func resultShape(_ op: OpID, _ module: borrowing Module) -> Shape {
    module.type(of: module.result(0, of: op)).shape
  }

  private func decodeElementwiseAction(
    of op: OpID, _ module: borrowing Module
  ) throws(Diagnostic) -> Action {
    if module.resultType(of: op).element == nil {
      return module.opcode(of: op) == .select ? .choose : .keepElements
    }
    guard let operation = decodeElementwise(op, module) else { throw cannotExecute(op, module) }
    return .elementwise(operation)
  }

  private func decodeConstant(
    _ op: OpID, _ module: borrowing Module
  ) throws(Diagnostic) -> Action {
    guard let constant = module.view(op, as: Constant.self) else {
      return .constant(RuntimeValue(placeholderFor: module.resultType(of: op)))
    }
    if let bits = constant.splat { return .constant(.tile(.uniform(bits))) }
    guard case .dense(let elements) = constant.value else { throw cannotExecute(op, module) }
    return .constant(.tile(TileValue(elements.bits)))
  }

  private func decodeLibraryCall(
    _ op: OpID, _ module: borrowing Module
  ) throws(Diagnostic) -> Action {
    let call = ExternElementwise(reading: op, of: module)
    guard let function = MathLibrary.function(named: call.symbol) else {
      throw module.diagnostic("no device library function is called '\(call.symbol)'", at: op)
    }
    let widths = call.arguments.map { module.type(of: $0).element?.bitWidth ?? 0 }
    let expected = function.parameters.map(\.bitWidth)
    guard widths == expected, call.type.element?.bitWidth == function.result.bitWidth else {
      let parameters = function.parameters.map { "\($0)" }.joined(separator: ", ")
      throw module.diagnostic(
        "'\(call.symbol)' takes (\(parameters)) and returns \(function.result), found "
          + "\(call.arguments.map { module.type(of: $0) }.listed) -> \(call.type)", at: op)
    }
    return .elementwise(.libraryFunction(function))
  }

  private func decodeMap(_ op: OpID, _ module: borrowing Module) -> StructuredAction {
    let map = MapElementwise(reading: op, of: module)
    return .mapElementwise(
      block: entry(0, of: op, module) ?? 0, pack: map.pack,
      count: operandShape(op, module).count)
  }

  private func decodeControlFlow(
    of op: OpID, _ module: borrowing Module
  ) -> StructuredAction {
    switch module.opcode(of: op) {
    case .for:
      let width = module.type(of: module.operand(0, of: op)).element?.bitWidth ?? 32
      return .loop(
        LoopCode(
          body: entry(0, of: op, module) ?? 0, width: width,
          comparesUnsigned: module.attribute("unsignedCmp", of: op) != nil))
    case .if:
      return .conditional(
        whenTrue: entry(0, of: op, module), whenFalse: entry(1, of: op, module))
    case .while:
      return .repetition(
        before: entry(0, of: op, module) ?? 0, after: entry(1, of: op, module) ?? 0)
    default:
      return .warpSpecialize(
        regions: (0..<module.regionCount(of: op)).compactMap { entry($0, of: op, module) })
    }
  }
}
