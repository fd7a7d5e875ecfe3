@Device func branches(a: Tile<Int32>, b: Tile<Int32>, bias: Pointer<Float>?, mode: Mode) {
  var x = a
  var y = b
  if a > mark() {
    x = b
    mark()
  } else if a == 3, b == mark() {
    y = x
  } else {
    mark()
  }
  mark()
  if let bias { x += load(bias) }
  if let bias, a > b {
    y += load(bias, mark())
  }
  mark()
  switch mode {
  case .plain: x += 1
  case .scaled(let s):
    if a > s { y = mark() }
  default: break
  }
  if x > y { x = y } ; mark()
}
