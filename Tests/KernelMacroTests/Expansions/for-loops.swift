@Device func loops(n: Scalar<Int32>, x: Tile<Float>) -> Tile<Float> {
  var acc = x
  let scale = 2.0  // the factor
  for i in range(0, n, step: mark()) {
    acc += load(i + mark()) * scale
  }
  for u in 0..<4 { acc += u; acc *= mark() }
  for (i, pointer) in pointers.enumerated()
  where i > mark() {
    // a comment
    acc += load(pointer)
    mark()
  }
  mark()
  return acc
}
