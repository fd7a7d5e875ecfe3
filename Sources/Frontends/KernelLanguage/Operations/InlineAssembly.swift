import IR
import TileSemantics

/// A value that inline assembly takes.
public protocol AssemblyOperand: PrintableTile {}

extension Tile: AssemblyOperand {}
extension Pointer: AssemblyOperand {}

/// Runs PTX instructions for each element.
///
/// - Parameters:
///   - assembly: the instructions, with `$0` for the result and `$1` and so on for the operands.
///   - constraints: as LLVM writes them: `=r,r,r`.
///   - operands: tiles and scalars; shapes are broadcast.
///   - result: the type of the result's elements.
///   - isPure: the instructions have no effect besides their result.
///   - packedElements: how many elements one execution works on; those narrower than 32 bits share
///     registers.
///
/// The interpreter knows the instructions that such kernels use most, and refuses others at their
/// place.
///
/// Triton: `tl.inline_asm_elementwise`
public func inlineAssembly<Result: TileElement>(
  _ assembly: String, constraints: String, _ operands: any AssemblyOperand...,
  result: Result.Type, isPure: Bool = true, packedElements: Int = 1
) -> Tile<Result> {
  let operands = operands.map(\.printed.operand)
  return Tile(operands) {
    try $0.inlineAssembly(
      assembly, constraints: constraints, operands, results: [Result.numberType], isPure: isPure,
      packedElements: packedElements)[0]
  }
}

/// Runs PTX instructions with two results for each element.
///
/// Triton: `tl.inline_asm_elementwise` with a tuple of types
public func inlineAssembly<First: TileElement, Second: TileElement>(
  _ assembly: String, constraints: String, _ operands: any AssemblyOperand...,
  results: (First.Type, Second.Type), isPure: Bool = true, packedElements: Int = 1
) -> (Tile<First>, Tile<Second>) {
  let operands = operands.map(\.printed.operand)
  let values = Trace.emit(operands, count: 2) {
    try $0.inlineAssembly(
      assembly, constraints: constraints, operands,
      results: [First.numberType, Second.numberType], isPure: isPure,
      packedElements: packedElements)
  }
  return (Tile(values[0]), Tile(values[1]))
}
