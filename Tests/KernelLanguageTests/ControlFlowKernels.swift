import Nereid

// One kernel for each kind of control flow. Each computes a number from the place of its program in
// the grid, `a` and `b`, and stores it; `ControlFlowTests` has the same functions in plain Swift.

/// The place of a program, and where its number goes.
struct Place: Traced {
  var a: Scalar<Int32>
  var b: Scalar<Int32>
  private var target: Pointer<Int32>

  init(_ output: Pointer<Int32>) {
    a = programID(0)
    b = programID(1)
    target = output + (b * numPrograms(0) + a)
  }

  func store(_ value: Scalar<Int32>) { Nereid.store(target, value) }

  mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&a)
    tracer.trace(&b)
    tracer.trace(&target)
  }
}

enum ControlFlow {
  @Kernel static func ifElseChain(output: Pointer<Int32>) {
    let p = Place(output)
    var x = p.a
    if p.a > 3 {
      x = p.b
    } else if p.a == 1 {
      x += 100
    } else if p.b == 2 {
      x -= 7
    } else {
      x = Tile(0)
    }
    p.store(x)
  }

  @Kernel static func nestedIfs(output: Pointer<Int32>) {
    let p = Place(output)
    var x = p.a
    var y = p.b
    if p.a > p.b {
      if p.b > 2 { x += 10 } else { y += 20 }
      x += y
    }
    p.store(x * 100 + y)
  }

  @Kernel static func severalConditions(output: Pointer<Int32>, @Constexpr h: Int) {
    let p = Place(output)
    var x = p.a
    if h > 1, p.a > 1, p.b > 2 { x += 1 }
    if p.a > 1, h > 1 { x += 10 } else { x += 20 }
    if p.a != 0, p.b / p.a > 1 { x += 100 }
    p.store(x)
  }

  @Kernel static func earlyReturn(output: Pointer<Int32>, @Constexpr h: Int) {
    let p = Place(output)
    p.store(Tile(1))
    if h == 3 { return }
    if p.a > p.b { return }
    p.store(Tile(2))
    if p.a == 2 {
      p.store(Tile(3))
      return
    }
    p.store(Tile(4))
  }

  @Kernel static func guards(output: Pointer<Int32>) {
    let p = Place(output)
    p.store(Tile(1))
    guard p.a > 0, p.b > 1 else {
      p.store(Tile(7))
      return
    }
    var sum = p.a
    for i in range(0, p.b) {
      guard i != p.a else { continue }
      guard i < 4 else { break }
      sum += i
    }
    p.store(sum)
  }

  @Kernel static func loops(output: Pointer<Int32>) {
    let p = Place(output)
    var sum = p.a
    for i in range(0, p.b) {
      if i == 2 { continue }
      sum += i
      if sum > 5 { break }
      for j in range(i, p.a, step: 2) { sum += j }
    }
    for i in range(5, p.b, step: -1) { sum += i * 10 }
    for i in p.a..<p.b { sum += i * 100 }
    p.store(sum)
  }

  @Kernel static func returnFromLoops(output: Pointer<Int32>) {
    let p = Place(output)
    p.store(Tile(50))
    var sum = p.a
    for i in range(0, p.b) {
      for j in range(0, i) {
        sum += j
        if sum > 4 {
          p.store(sum)
          return
        }
      }
      p.store(sum + 10)
    }
  }

  @Kernel static func collatz(output: Pointer<Int32>) {
    let p = Place(output)
    var n = p.a * p.a + p.b + 1
    var steps = Scalar<Int32>(0)
    while n > 1 {
      if n % 2 == 0 { n /= 2 } else { n = n * 3 + 1 }
      steps += 1
    }
    p.store(steps)
  }

  @Kernel static func repeats(output: Pointer<Int32>) {
    let p = Place(output)
    var n = p.a
    repeat {
      n += 1
      if n == 4 { continue }
      if n > 8 { break }
    } while n < p.b
    p.store(n)
  }

  @Kernel static func hostLoops(output: Pointer<Int32>, @Constexpr h: Int) {
    let p = Place(output)
    var x = p.a
    var trips = 0
    for u in 0..<4 {
      if u == h { continue }
      trips += 1
      if trips == 3 { break }
      x += p.b
      for v in staticRange(0, u) { if x > 5 { x -= Scalar<Int32>(4 + v) } }
    }
    while trips < 5 {
      trips += 1
      x += 1
    }
    p.store(x)
  }

  @Kernel static func tuples(output: Pointer<Int32>) {
    let p = Place(output)
    var (x, y) = (p.a, p.b)
    var pair = (p.a, p.b)
    for _ in range(0, p.b) {
      (x, y) = (y, x + y)
      if x > 3 { (x, y) = (y - x, x) }
      pair.1 += pair.0
    }
    p.store(x * 100 + y + pair.1 * 1000)
  }

  @Kernel static func longTuples(output: Pointer<Int32>) {
    let p = Place(output)
    var five = (p.a, p.b, p.a, p.b, p.a)
    var eight = (p.a, p.b, p.a, p.b, p.a, p.b, p.a, p.b)
    let late: (Scalar<Int32>, Scalar<Int32>, Scalar<Int32>, Scalar<Int32>, Scalar<Int32>)
    for _ in range(0, p.b) {
      five.4 += five.0
      eight.7 += 1
      if five.4 > 4 { (five.0, eight.6) = (five.1, five.3) }
    }
    if p.a > 2 { late = five } else { late = (p.b, p.a, p.b, p.a, p.b) }
    let three = p.b > 2 ? (p.a, p.b, late.0) : (p.b, p.a, late.4)
    p.store(five.4 + eight.7 * 10 + eight.6 * 100 + late.0 * 1000 + three.2 * 10000)
  }

  @Kernel static func arrays(output: Pointer<Int32>) {
    let p = Place(output)
    var sums = [p.a, p.b, p.a + p.b]
    for i in range(0, p.b) {
      for u in 0..<3 {
        sums[u] += i
        if sums[u] > 6 { sums[u] = p.a }
      }
    }
    p.store(sums[0] + sums[1] * 10 + sums[2] * 100)
  }

  struct Statistics: Traced {
    var sum: Scalar<Int32>
    var largest: Scalar<Int32>

    mutating func trace(with tracer: inout Tracer) {
      tracer.trace(&sum)
      tracer.trace(&largest)
    }

    mutating func add(_ value: Scalar<Int32>) {
      sum += value
      largest = max(largest, value)
    }
  }

  @Kernel static func structs(output: Pointer<Int32>) {
    let p = Place(output)
    var statistics = Statistics(sum: p.a, largest: p.b)
    for i in range(0, p.b) {
      statistics.add(i * p.a)
      if statistics.sum > 20 { statistics.largest += 1 }
    }
    p.store(statistics.sum * 100 + statistics.largest)
  }

  @Kernel static func selections(output: Pointer<Int32>, @Constexpr h: Int) {
    let p = Place(output)
    let x = p.a > p.b ? p.a : p.b
    let y = if p.a > 2 { x } else if h > 1 { p.a } else { p.b + 1 }
    let n = h == 1 ? 2 : 3
    p.store(x + y * 10 + (p.b > 2 ? p.a : p.b) * 100 + Scalar<Int32>(n) * 1000)
  }

  @Kernel static func deferredValues(output: Pointer<Int32>) {
    let p = Place(output)
    let x: Scalar<Int32>
    if p.a > p.b { x = p.a } else { x = p.b }
    var last: Scalar<Int32>
    last = p.a
    for i in range(0, p.b) {
      let square: Scalar<Int32>
      if i > 1 { square = i * i } else { square = i }
      last += square
    }
    p.store(x * 100 + last)
  }

  @Device static func found(_ a: Scalar<Int32>, _ b: Scalar<Int32>) -> Scalar<Int32> {
    if a == 3 { return b }
    for i in range(0, b) {
      if i * i > a { return i + 50 }
    }
    while a > 4 { return b * 2 }
    return a + b
  }

  @Kernel static func deviceFunctions(output: Pointer<Int32>) {
    let p = Place(output)
    var x = found(p.a, p.b)
    if p.b > 1 { x += found(p.b, p.a) * 100 }
    p.store(x)
  }

  @Kernel static func localFunctions(output: Pointer<Int32>) {
    let p = Place(output)
    var count = p.a
    func bump(by step: Scalar<Int32>) {
      if count > 8 { return }
      count += step
    }
    for i in range(0, p.b) { bump(by: i) }
    let twice = { (value: Scalar<Int32>) in value * 2 }
    p.store(twice(count))
  }

  enum Mode { case plain, scaled(by: Int) }

  @Kernel static func switches(output: Pointer<Int32>, @Constexpr mode: Mode) {
    let p = Place(output)
    var x = p.a
    switch mode {
    case .plain: x += p.b
    case .scaled(let factor):
      x *= factor
      if p.b > 2 { return p.store(x) }
    }
    p.store(x + 1)
  }

  @Kernel static func optionals(
    output: Pointer<Int32>, bias: Pointer<Int32>?, extra: Scalar<Int32>?
  ) {
    let p = Place(output)
    var x = p.a
    if let bias { x += load(bias + p.b) }
    if let extra, x > 3 { x -= extra }
    guard bias != nil else { return p.store(x + 1000) }
    p.store(x)
  }

  @Kernel static func pointersInLoops(output: Pointer<Int32>, input: Pointer<Int32>) {
    let p = Place(output)
    var current = input
    var tile = zeros([4], Int32.self)
    for _ in range(0, p.b) {
      tile += load(current + arange(0, 4))
      current += p.a
    }
    p.store(tile.sum())
  }
}
