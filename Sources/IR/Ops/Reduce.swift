/// `%r = "tt.reduce"(%a) <{axis = 1 : i32}> ({ ^bb0(%x: f32, %y: f32): … }) : (types) -> types`
///
/// Combines the elements along `axis` with the function in the region, which takes two values of
/// every source, first all of one then all of the other, and returns one for each. The order of
/// combination is not fixed.
public struct Reduce: Operation {
  public static let opcode = Opcode.reduce
  public static let info = OpInfo(
    "tt.reduce", operands: 1...Int(UInt16.max), results: 1...Int(UInt16.max), regions: 1...1,
    traits: .hasRecursiveEffects, attributes: [.required("axis", .i32)], declaredBy: Reduce.self)

  public var sources: [ValueID]
  public var axis: Int
  public var types: [Type]

  public init(sources: [ValueID], axis: Int, types: [Type]) {
    (self.sources, self.axis, self.types) = (sources, axis, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    sources = module.operands(of: op)
    axis = module.integer("axis", of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .reduce, operands: sources, results: types, attributes: ["axis": .i32(axis)], regions: 1)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let inputs = sources.map { module.type(of: $0) }
    guard module.verifyCombination(op, of: inputs, axis: axis, report: report) else { return }
    let expected = inputs.map { $0.with(shape: $0.shape.removing(axis)) }
    if types != expected { report("has results \(types.listed), expected \(expected.listed)") }
  }
}

extension Module {
  /// Reports what does not fit in the sources, axis and region that reductions and scans have.
  ///
  /// - Returns: whether the sources are tensors of one shape with dimension `axis`.
  func verifyCombination(
    _ op: OpID, of inputs: [Type], axis: Int, report: (String) -> Void
  ) -> Bool {
    for type in inputs where !type.isTensor || type.shape != inputs[0].shape {
      report("has \(type), expected tensors of the shape of \(inputs[0])")
      return false
    }
    guard axis >= 0, axis < inputs[0].rank else {
      report("axis is \(axis), expected a dimension of \(inputs[0])")
      return false
    }
    guard let entry = firstBlock(of: region(0, of: op)) else {
      report("region has no block")
      return false
    }
    let elements = inputs.map(\.scalarized)
    let found = parameters(of: entry).map { type(of: $0) }
    if found != elements + elements {
      report("region takes \(found.listed), expected \((elements + elements).listed)")
    }
    return true
  }
}
