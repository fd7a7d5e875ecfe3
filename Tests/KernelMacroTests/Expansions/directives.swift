@Device func directives(a: Tile<Int32>) {
  var x = a
  #if DEBUG
    print(x)
    if x > mark() { return }
    mark()
  #else
    x += mark()
  #endif
  // what follows runs only without the return
  mark()
}
