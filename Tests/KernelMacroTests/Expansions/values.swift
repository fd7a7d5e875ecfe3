@Device func values(a: Tile<Int32>, b: Tile<Int32>, isCausal: Bool) -> (Tile<Int32>, Tile<Int32>) {
  let x = a > mark() ? a : b
  let y = isCausal ? (a > b ? a : mark()) : b > 2 ? x : a
  let z = if a > b {
    x
  } else if isCausal, a > 2 {
    mark()
  } else {
    y
  }
  mark()
  let deferred: Tile<Int32>
  if a > 1 { deferred = x } else { deferred = mark() }
  if a > 5 { return (x, mark()) }
  return (z, deferred)
}

@Device func implicit(a: Tile<Int32>) -> Tile<Int32> { a * 2 + mark() * 3 - a }

@Device func choice(a: Tile<Int32>) -> Tile<Int32> {
  if a > 2 { a } else { mark() }
}
