@Device func jumps(a: Tile<Int32>, n: Tile<Int32>) {
  var sum = a
  guard a > mark() else { return }
  outer: for i in range(0, n) {
    if i == 3 { continue }
    mark()
    for j in range(0, i) {
      if sum > 10 { break }
      if j == 2 { continue outer }
      if j == mark() {
        emit(sum)
        return
      }
      sum += j
    }
  }
  emit(sum); mark()
}
