@Device func calls(a: Tile<Int32>, tensor: TensorDescriptor<Int32>, log: Log?) {
  let counter = Counter()
  var total = Total(a)
  counter.bump(by: a); other.bump()
  if a > 1 {
    store(x, a)
    bump()  // a comment
    _ = counter.values[0].next(a); total.add(a)
    log?.lines.add("\(a)")
    self.helper() { $0 + 1 }
    _ = a
    counter.values.forEach { $0.bump() }
    Library
      .shared["x"]
      .bump()
  }
  if a > 2 { bump() } else if a > 3 { counter => a }
}
@Device mutating func changing(a: Tile<Int32>) {
  let counter = Counter()
  helper()
  self.helper()
  counter.bump()
}
@Kernel func kernel(x: Pointer<Float>) {
  bump()
  let twice = { bump(); bump() }
  twice()
  for i in 0..<2 { bump() }
}
@Device func nothing() {}
struct Member {
  @Device func constants(a: Tile<Int32>, logs: [Log], n: Int, scale: Float?, f: (Int) -> Int) {
    let log = Log()
    let first = logs[0], global = shared.log, sum = a.sum(), count = Int(n)
    if a > 1 { emit(log, first, global, sum, count, n, scale, f(1)) }
    for log in logs { if a > 2 { emit(log.next()) } }
    if let log, a > 3 { emit(log.next()) }
    if let first = logs.first { if a > 4 { emit(first.next()) } }
  }
}
