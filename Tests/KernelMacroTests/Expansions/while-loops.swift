@Device func whileLoops(a: Tile<Int32>) -> Tile<Int32> {
  var n = a
  while n > mark() {
    n /= 2
    mark()
  }
  while n * 2 + a * 3 > mark() - n { n += 1 }
  while n > 1, a > mark() {
    n -= 1
    if n == 7 { break }
    mark()
  }
  repeat {
    n += mark()
  } while n < a
  mark()
  while let next = queue.pop() { n += next }
  return n
}
