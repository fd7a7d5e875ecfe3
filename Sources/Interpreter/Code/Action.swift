import IR

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
  case histogram(count: Int, bins: Int)
  case gather(GatherShape)

  case structured(StructuredAction)

  case inlineAssembly(InlineAssemblyCall)
  case print(Print, elements: [ElementType?], shapes: [Shape])
  case assert(message: String, Shape)
  case assume
  case nothing
}
