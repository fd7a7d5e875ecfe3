@Device func hoisting(a: Tile<Float>, b: Tile<Float>) {
  let short = a * b + mark()
  let long = a * b + b * mark() - 1 / 2 * a
  var sum = a
  sum += a * a + b
    * b  // the square
    + mark()
  store(pointer + row * stride + column, (a / b).to(Float16.self) * mark(), mask: row * 2 < count)
  let ordered = next() + (next() * a + b * b)
  let lazy = a > b && a * b + b > a + mark()
  let (p, q) = (a * b + a * 2, a - b * mark())
  for i in range(a * b + a - 1, b) { mark() }
  if a * 2 + b * 3 > mark() { store(pointer, a) }
}
