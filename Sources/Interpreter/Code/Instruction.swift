import IR

/// One operation, decoded once for all its executions.
struct Instruction: Sendable {
  let op: OpID
  let action: Action
  /// The slots of the operands.
  let operands: [Int]
  /// The slot of the first result; the others follow it.
  let result: Int
}

/// What an instruction does. Operands are named by their slots in the frame.
enum Action: Sendable {
  case elementwise(ElementwiseOperation)
  case constant(RuntimeValue)
  /// Whole values are chosen by one condition; they need not be tiles.
  case choose
  case programID(ProgramAxis)
  case programCount(ProgramAxis)
  case makeRange(start: Int, count: Int)
  /// The result has the elements of the operand: `tt.splat`, `tt.reshape`, …
  case keepElements
  case broadcast(from: Shape, to: Shape)
  case transpose(Shape, order: [Int])
  case cat(count: Int)
  case join(count: Int)
  case split

  case load(LoadAccess)
  case store(StoreAccess)
  case atomicRMW(AtomicUpdate)
  case atomicCAS(AtomicAccess)
  case makeTensorPointer(rank: Int)
  case advance
  case makeTensorDescriptor(rank: Int, Padding)
  case descriptorLoad(DescriptorAccess)
  case descriptorStore(DescriptorAccess)
  case descriptorReduce(DescriptorReduction, DescriptorAccess)
  case descriptorGather(DescriptorAccess)
  case descriptorScatter(DescriptorAccess)

  case dot(DotShape)
  case dotScaled(ScaledDot)
  case reduce(Combination)
  case scan(Combination, isReverse: Bool)
  case mapElementwise(block: Int, pack: Int, count: Int)
  case histogram(count: Int, bins: Int)
  case gather(GatherShape)

  case call(function: Int)
  case loop(LoopCode)
  case conditional(whenTrue: Int?, whenFalse: Int?)
  case repetition(before: Int, after: Int)
  case warpSpecialize(regions: [Int])

  case inlineAssembly(InlineAssemblyCall)
  case print(Print, elements: [ElementType?], shapes: [Shape])
  case assert(message: String, Shape)
  case assume
  case nothing
}
