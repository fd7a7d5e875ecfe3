@Device func functions(a: Tile<Int32>, total: inout Tile<Int32>) {
  var count = a
  func bump(by step: Tile<Int32>) -> Tile<Int32> {
    if count > 4 { return mark() }
    count += step
    return count
  }
  let add = { (value: Tile<Int32>) in
    if value > 2 { return }
    count += mark()
  }
  for i in range(0, a) {
    add(bump(by: i))
    total += mark()
  }
  let sum = reduce(a, axis: 0) { $0 + $1 }
  let best = reduce(a, axis: 0) { $0 > $1 ? $0 : mark() }
  mark()
}
