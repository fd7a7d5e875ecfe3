import IR
import Support

/// One walk that takes the descriptors of a function apart.
struct TensorDescriptorRewriter {
  private var descriptors = ValueParts("a tensor descriptor", through: [.call, .return]) {
    $0.descriptorParts
  }

  mutating func rewrite(_ op: OpID, in module: inout Module) throws(Diagnostic) {
    if let make = module.view(op, as: MakeTensorDescriptor.self) {
      take(make, op, in: &module)
    } else if let load = module.view(op, as: DescriptorLoad.self),
      let access = access(load.descriptor, before: op, in: module)
    {
      module.replace(load, op, through: access)
    } else if let store = module.view(op, as: DescriptorStore.self),
      let access = access(store.descriptor, before: op, in: module)
    {
      module.replace(store, op, through: access)
    } else if let reduction = module.view(op, as: DescriptorReduce.self),
      let access = access(reduction.descriptor, before: op, in: module)
    {
      module.replace(reduction, op, through: access)
    } else if let gather = module.view(op, as: DescriptorGather.self),
      let access = access(gather.descriptor, before: op, in: module)
    {
      module.replace(gather, op, through: access)
    } else if let scatter = module.view(op, as: DescriptorScatter.self),
      let access = access(scatter.descriptor, before: op, in: module)
    {
      module.replace(scatter, op, through: access)
    } else if descriptors.handles(op, in: module) {
      try descriptors.pass(op, in: &module)
    }
  }

  /// Removes the old values, which only they themselves use.
  func eraseWholeDescriptors(in module: inout Module) { descriptors.eraseWhole(in: &module) }

  private func access(
    _ value: ValueID, before op: OpID, in module: borrowing Module
  ) -> DescriptorAccess? {
    guard let parts = descriptors[value],
      case .descriptor(let block, let scalar, let sign) = module.type(of: value)
    else { return nil }
    return DescriptorAccess(
      descriptor: TensorDescriptor(parts: parts), block: .tensor(block, .scalar(scalar)),
      isUnsigned: sign == .unsigned, op: op)
  }

  private mutating func take(_ make: MakeTensorDescriptor, _ op: OpID, in module: inout Module) {
    let descriptor = TensorDescriptor(
      base: make.base,
      padsWithNaN: module.insertNumber(make.padding == .nan ? 1 : 0, .i1, before: op),
      shape: make.shape.map { module.extended($0, before: op) },
      strides: make.strides.map { module.extended($0, before: op) })
    descriptors.set(module.result(of: op), madeBy: op, to: descriptor.parts)
  }
}

// MARK: - Parameters

extension TensorDescriptorRewriter {
  /// Adds the parts of the descriptors that blocks take; those of a kernel stand where the
  /// descriptors did, all others behind the other parameters.
  ///
  /// - Throws: if a kernel takes a descriptor without its extents and strides.
  mutating func takeApartParameters(
    in function: OpID, of module: inout Module
  ) throws(Diagnostic) {
    guard let view = module.view(function, as: Function.self),
      let entry = module.firstBlock(of: module.region(0, of: function))
    else { return }
    let takesDescriptors = module.parameters(of: entry).contains {
      module.type(of: $0).isDescriptor
    }
    if view.isPublic, takesDescriptors {
      try takeApartKernel(function, view, entry, in: &module)
    } else if view.type.parameters.contains(where: \.isDescriptor)
      || view.type.results.contains(where: \.isDescriptor)
    {
      let attributes = view.parameterAttributes
      let kept = zip(attributes, view.type.parameters).filter { !$1.isDescriptor }.map { $0.0 }
      let types = descriptors.withParts(view.type.parameters)
      let added = attributes.isEmpty ? 0 : types.count - kept.count
      module.setSignature(
        of: function, types, results: descriptors.withParts(view.type.results),
        attributes: kept + Array(repeating: .empty, count: added))
    }
    descriptors.takeApartParameters(in: function, of: &module)
  }

  private mutating func takeApartKernel(
    _ function: OpID, _ view: Function, _ entry: BlockID, in module: inout Module
  ) throws(Diagnostic) {
    let old = Array(module.parameters(of: entry))
    var attributes = view.parameterAttributes
    if attributes.isEmpty { attributes = Array(repeating: .empty, count: old.count) }
    var new: [(type: Type, attributes: AttributeList)] = []
    // What each old parameter is now.
    var places: [Int] = []
    for (position, value) in old.enumerated() {
      places.append(new.count)
      guard case .descriptor(let block, let scalar, _) = module.type(of: value) else {
        new.append((module.type(of: value), attributes[position]))
        continue
      }
      let followers = old[(position + 1)...].prefix(2 * block.rank).map { module.type(of: $0) }
      let expected =
        Array(repeating: Type.i32, count: block.rank)
        + Array(repeating: .i64, count: block.rank)
      if followers != expected {
        throw module.diagnostic(
          "@\(view.name) takes a descriptor without its extents and strides, expected "
            + "\(block.rank) i32 and \(block.rank) i64 after it", at: function)
      }
      let alignment = TensorDescriptor.alignment
      new.append((.pointer(to: scalar), attributes[position].multiple(of: alignment)))
      new.append((.i1, .empty))
      for dimension in 0..<(block.rank - 1) {
        let stride = position + 1 + block.rank + dimension
        attributes[stride] = attributes[stride].multiple(of: alignment / scalar.byteWidth)
      }
    }
    let values = new.map { module.appendParameter($0.type, to: entry) }
    for (position, value) in old.enumerated() {
      let target = values[places[position]]
      module.setName(of: target, to: module.name(of: value))
      module.setLocation(of: target, to: module.location(of: value))
      guard case .descriptor(let block, _, _) = module.type(of: value) else {
        module.substitute(value, by: target)
        continue
      }
      let numbers = places[(position + 1)...].prefix(2 * block.rank).map { values[$0] }
      let padding = values[places[position] + 1]
      module.setLocation(of: padding, to: module.location(of: value))
      descriptors.set(
        value, parameterOf: entry,
        to: module.parts(base: target, padding: padding, numbers, rank: block.rank, in: entry))
    }
    for position in old.indices.reversed() where !module.type(of: old[position]).isDescriptor {
      module.removeParameter(position, of: entry)
    }
    module.setSignature(
      of: function, new.map(\.type), results: view.type.results,
      attributes: new.map(\.attributes))
  }
}

extension Module {
  /// The parts of a kernel's descriptor whose extents and strides are the parameters `numbers`.
  fileprivate mutating func parts(
    base: ValueID, padding: ValueID, _ numbers: [ValueID], rank: Int, in entry: BlockID
  ) -> [ValueID] {
    let origin = firstOp(of: entry).map { self.origin(of: $0) } ?? .unknown
    // The last stride of a tensor with a descriptor is 1, whatever is passed.
    let one = insert(Constant(bits: 1, type: .i64), at: .start(of: entry), origin: origin)
    let shape = numbers.prefix(rank).reversed().map { extent in
      result(
        of: insert(
          OpDraft(.extsi, operands: [extent], results: [.i64]), at: .start(of: entry),
          origin: origin))
    }
    return TensorDescriptor(
      base: base, padsWithNaN: padding, shape: shape.reversed(),
      strides: numbers.dropFirst(rank).dropLast() + [result(of: one)]
    ).parts
  }

  fileprivate mutating func setSignature(
    of function: OpID, _ parameters: [Type], results: [Type], attributes: [AttributeList]
  ) {
    setAttribute(
      Function.typeAttribute, of: function,
      to: .functionType(FunctionType(parameters: parameters, results: results)))
    setAttribute(
      Function.parameterAttributesAttribute, of: function,
      to: attributes.allSatisfy(\.isEmpty) ? nil : .array(attributes.map { .dictionary($0) }))
  }
}

extension AttributeList {
  /// These, with the promise that a parameter is a multiple of `divisor`.
  fileprivate func multiple(of divisor: Int) -> AttributeList {
    var result = self
    if divisor > 1, result["tt.divisibility"]?.integerValue ?? 1 < divisor {
      result["tt.divisibility"] = .i32(divisor)
    }
    return result
  }
}
