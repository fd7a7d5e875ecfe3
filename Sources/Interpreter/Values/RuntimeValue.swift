/// What an SSA value is while a program runs.
enum RuntimeValue: Sendable {
  case tile(TileValue)
  case descriptor(TensorView)
  case blockPointer(BlockPointer)
}
