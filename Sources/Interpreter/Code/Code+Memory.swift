import IR
import Support

extension Code {
  /// What an operation on memory does.
  func decodeMemoryAction(of op: OpID, _ module: borrowing Module) throws(Diagnostic) -> Action {
    switch module.opcode(of: op) {
    case .load:
      let load = Load(reading: op, of: module)
      guard let element = load.type.element else { break }
      return .load(
        LoadAccess(
          element: element, shape: load.type.shape, boundaryCheck: load.boundaryCheck,
          padding: load.padding, readsWholeVectors: load.readsWholeVectors))
    case .store:
      let store = Store(reading: op, of: module)
      let type = module.type(of: store.value)
      guard let element = type.element else { break }
      return .store(
        StoreAccess(element: element, shape: type.shape, boundaryCheck: store.boundaryCheck))
    case .atomicRMW:
      let update = AtomicRMW(reading: op, of: module)
      guard let element = update.type.element else { break }
      return .atomicRMW(
        AtomicUpdate(
          operation: update.operation,
          access: AtomicAccess(
            element: element, shape: update.type.shape, ordering: update.ordering)))
    case .atomicCAS:
      let update = AtomicCAS(reading: op, of: module)
      guard let element = update.type.element else { break }
      return .atomicCAS(
        AtomicAccess(element: element, shape: update.type.shape, ordering: update.ordering))
    case .makeTensorPtr:
      return .makeTensorPointer(rank: MakeTensorPointer(reading: op, of: module).shape.count)
    case .advance:
      return .advance
    case .makeTensorDescriptor:
      let descriptor = MakeTensorDescriptor(reading: op, of: module)
      return .makeTensorDescriptor(rank: descriptor.shape.count, descriptor.padding)
    case .descriptorLoad:
      return .descriptorLoad(try descriptorAccess(op, tile: module.resultType(of: op), module))
    case .descriptorStore:
      let store = DescriptorStore(reading: op, of: module)
      return .descriptorStore(
        try descriptorAccess(op, tile: module.type(of: store.source), module))
    case .descriptorReduce:
      let reduce = DescriptorReduce(reading: op, of: module)
      return .descriptorReduce(
        reduce.kind, try descriptorAccess(op, tile: module.type(of: reduce.source), module))
    case .descriptorGather:
      return .descriptorGather(try descriptorAccess(op, tile: module.resultType(of: op), module))
    case .descriptorScatter:
      let scatter = DescriptorScatter(reading: op, of: module)
      return .descriptorScatter(
        try descriptorAccess(op, tile: module.type(of: scatter.source), module))
    default: break
    }
    throw cannotExecute(op, module)
  }

  private func descriptorAccess(
    _ op: OpID, tile: Type, _ module: borrowing Module
  ) throws(Diagnostic) -> DescriptorAccess {
    guard
      case .descriptor(let block, let element, let sign) = module.type(
        of: module.operand(0, of: op))
    else { throw cannotExecute(op, module) }
    return DescriptorAccess(element: element, sign: sign, block: block, tile: tile.shape)
  }
}
