// Functions with every kind of control flow. `PlainPrograms.swift` has the same functions without
// the macro (UPDATE_TESTS=1 rewrites it); `ControlFlowTests` compares what both emit.

enum TracedPrograms {
  static var all: [(name: String, body: (Number, Number, Int) -> Void)] {
    [
      ("ifElseChain", ifElseChain), ("severalConditions", severalConditions),
      ("earlyReturn", earlyReturn), ("nestedReturn", nestedReturn),
      ("returnInBothArms", returnInBothArms), ("returnFromLoop", returnFromLoop),
      ("returnFromNestedLoops", returnFromNestedLoops), ("guards", guards),
      ("breakAndContinue", breakAndContinue), ("labelledJumps", labelledJumps),
      ("hostLoops", hostLoops), ("hostWhile", hostWhile), ("deviceWhile", deviceWhile),
      ("whileWithBreak", whileWithBreak), ("repeatLoops", repeatLoops),
      ("hostRepeat", hostRepeat), ("whereClauses", whereClauses), ("switches", switches),
      ("breakFromSwitch", breakFromSwitch), ("labelledIf", labelledIf), ("tuples", tuples),
      ("arrays", arrays), ("shadowing", shadowing), ("localFunctions", localFunctions),
      ("closures", closures), ("selections", selections), ("ifValues", ifValues),
      ("deferredValues", deferredValues), ("optionals", optionals), ("callsOfFunctions", calls),
      ("longExpressions", longExpressions), ("sameLine", sameLine),
      ("conditionalCompilation", conditionalCompilation), ("inoutParameters", inoutParameters),
    ]
  }

  @Device static func ifElseChain(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    if a > 3 { x = b } else if a == 1 { x = x + 100 } else if h == 2 { x -= 7 } else { x = 0 }
    emit(x)
    if h == 1 { emit(x + 1) }
    if a > b {
      if b > 2 { x += 10 } else { x += 20 }
      emit(x)
    }
    emit(x)
  }

  @Device static func severalConditions(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    if h > 1, a > 1, b > 2 { x += 1 }
    if a > 1, h > 1 { x += 10 } else { x += 20 }
    if a != 0, b / a > 1 { x += 100 }
    if h > 0, h < 3 { x += 1000 }
    while x > 0, b != 0, x / b > 2 { x -= 3 }
    emit(x)
  }

  @Device static func earlyReturn(_ a: Number, _ b: Number, _ h: Int) {
    if h == 3 { return }
    emit(1)
    if a > b { return }
    emit(2)
    if a == 2 {
      emit(3)
      return
    }
    emit(4)
  }

  @Device static func nestedReturn(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    if a > 0 {
      x += 1
      if b > 3 {
        emit(x)
        if h == 1 { return }
        x += 1
      } else if b == 1 {
        return
      }
      emit(x)
    }
    emit(x + 50)
  }

  @Device static func returnInBothArms(_ a: Number, _ b: Number, _ h: Int) {
    if a > b {
      emit(1)
      return
    } else {
      emit(2)
      if h > 0 { return }
    }
    emit(3)
  }

  @Device static func returnFromLoop(_ a: Number, _ b: Number, _ h: Int) {
    var sum = a
    for i in range(0, b) {
      sum += i
      if sum > 4 {
        emit(sum)
        return
      }
      emit(i)
    }
    emit(sum + 100)
  }

  @Device static func returnFromNestedLoops(_ a: Number, _ b: Number, _ h: Int) {
    for i in range(0, b) {
      for u in 0..<h {
        if i > a {
          emit(i)
          if u == 1 { return }
        }
        emit(i + 10)
      }
      var j = a
      while j < 4 {
        j += 1
        if j == i { return }
        emit(j + 20)
      }
    }
    emit(99)
  }

  @Device static func guards(_ a: Number, _ b: Number, _ h: Int) {
    guard h < 3 else { return }
    guard a > 0, b > 1 else {
      emit(7)
      return
    }
    for i in range(0, b) {
      guard i != a else { continue }
      guard i < 4 else { break }
      emit(i)
    }
    emit(8)
  }

  @Device static func breakAndContinue(_ a: Number, _ b: Number, _ h: Int) {
    var sum = a
    for i in range(0, b) {
      if i == 2 { continue }
      sum += i
      if sum > 5 { break }
      if h == 1 { continue }
      if h == 2 {
        if sum == 3 { break }
        emit(sum)
      }
      emit(i)
    }
    emit(sum)
    for i in range(0, b) {
      emit(i)
      if h == 3 { break }
    }
  }

  @Device static func labelledJumps(_ a: Number, _ b: Number, _ h: Int) {
    var sum = a
    outer: for i in range(0, b) {
      for j in range(0, i) {
        if j == a { continue outer }
        if sum > 6 { break outer }
        sum += j
        emit(sum)
      }
      rows: for u in 0..<h {
        if u == 2 { continue outer }
        if sum == 3 { break rows }
        emit(i)
      }
      emit(sum + 30)
    }
    emit(sum + 60)
  }

  @Device static func hostLoops(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    var trips = 0
    for u in 0..<4 {
      if u == h { continue }
      trips += 1
      if trips == 3 { break }
      x += b
      for v in 0..<u {
        if v == 1 { break }
        if x > 5 { x -= 4 }
      }
    }
    emit(x)
    for _ in 0..<trips {
      if x > 4 { break }
      x += 2
      emit(x)
    }
    for u in 0..<4 {
      if u == 2 {
        if h == 2 { return }
      }
      emit(a)
    }
  }

  @Device static func hostWhile(_ a: Number, _ b: Number, _ h: Int) {
    var n = h
    var x = a
    while n < 5 {
      n += 1
      if n == 2 { continue }
      if n == 4 { break }
      x += b
      emit(x)
    }
    n = 0
    while n < 3 {
      n += 1
      if x > 6 { break }
      x += 3
    }
    emit(x)
    var queue = [1, 2, 3]
    while let next = queue.popLast() {
      if next == h { continue }
      for _ in 0..<next { x += 1 }
      if x > 3 { continue }
      emit(x)
    }
  }

  @Device static func deviceWhile(_ a: Number, _ b: Number, _ h: Int) {
    var n = a * a + b
    var steps: Number = 0
    while n > 1 {
      if n % 2 == 0 { n = n / 2 } else { n = n * 3 + 1 }
      steps += 1
      while h == 1 { break }
    }
    emit(steps)
    while steps > 0 { steps -= 1 }
    emit(steps)
  }

  @Device static func whileWithBreak(_ a: Number, _ b: Number, _ h: Int) {
    var n = b
    var sum = a
    while n != 0 {
      n -= 1
      if n == 3 { continue }
      sum += n
      // The condition's division must not run once the loop is left.
      if n == 2 {
        n = 0
        break
      }
      while sum > 4 {
        sum -= 1
        if sum == a { break }
        if h == 2 { break }
      }
      emit(sum)
    }
    n = b + 1
    while 12 / n > 1 {
      n -= 1
      if n == 0 { break }
      emit(n)
    }
  }

  @Device static func repeatLoops(_ a: Number, _ b: Number, _ h: Int) {
    var n = a
    repeat {
      n += 1
      if n == 2 { continue }
      emit(n)
    } while n < b
    repeat {
      n -= 2
      if n < 1 { break }
      if h == 2 { return }
      emit(n)
    }
    while 10 / n > 0
    emit(n + 40)
  }

  @Device static func hostRepeat(_ a: Number, _ b: Number, _ h: Int) {
    var n = 0
    var x = a
    repeat {
      n += 1
      x += b
      if n == h { break }
      if x > 9 { x -= 9 }
      emit(x)
    } while n < 3
    emit(x)
  }

  @Device static func whereClauses(_ a: Number, _ b: Number, _ h: Int) {
    var sum = a
    for i in range(0, b) where i != 2 {
      sum += i
      if sum > 6 { break }
      emit(sum)
    }
    for u in 0..<4 where u != h {
      if u == 2 { continue }
      sum += 1
    }
    for u in 0..<3 where sum > 2 {
      sum -= 2
      for _ in 0..<u { emit(sum) }
    }
  }

  @Device static func switches(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    switch h {
    case 0:
      emit(1)
    case 1:
      if a > 1 { return }
      emit(2)
    case let n where n == 2:
      for _ in 0..<n { x += b }
    default:
      return
    }
    emit(x)
    let scale = switch h { case 0: 3; default: h * 2 }
    for _ in 0..<scale { x += 1 }
    emit(x)
  }

  @Device static func breakFromSwitch(_ a: Number, _ b: Number, _ h: Int) {
    for i in range(0, b) {
      switch h {
      case 0:
        if i == a { break }
        emit(1)
      case 1:
        if i == a { continue }
        emit(2)
      case 2: break
      default: continue
      }
      emit(i)
    }
  }

  @Device static func labelledIf(_ a: Number, _ b: Number, _ h: Int) {
    test: if a > 0 {
      emit(1)
      if b > 2 { break test }
      if h == 1 { break test }
      emit(2)
    } else {
      emit(3)
    }
    block: do {
      if a == b { break block }
      emit(4)
    }
    emit(5)
  }

  @Device static func tuples(_ a: Number, _ b: Number, _ h: Int) {
    var (x, y) = (a, b)
    for _ in range(0, b) {
      (x, y) = (y, x + y)
      if x > 3 { (x, y) = (y - x, x) }
    }
    emit(x)
    emit(y)
  }

  @Device static func arrays(_ a: Number, _ b: Number, _ h: Int) {
    var sums = [a, b, a + b]
    for i in range(0, b) {
      for u in 0..<3 {
        sums[u] += i
        if sums[u] > 6 { sums[u] = a }
      }
    }
    for sum in sums { emit(sum) }
  }

  @Device static func shadowing(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    for i in range(0, b) {
      let x = x + i
      if x > 2 {
        var x = x * 2
        if x > 8 { x = 8 }
        emit(x)
      }
    }
    if h > 0 { x += 1 }
    emit(x)
  }

  @Device static func localFunctions(_ a: Number, _ b: Number, _ h: Int) {
    var count = a
    func bump() {
      if count > 4 { return }
      count += 1
    }
    func clamped(_ value: Number) -> Number {
      if value > b { return b }
      return value
    }
    func twice(_ value: Number) -> Number { value + value }
    for i in range(0, b) {
      bump()
      emit(clamped(i * 2))
    }
    emit(twice(count))
  }

  @Device static func closures(_ a: Number, _ b: Number, _ h: Int) {
    var total = a
    let add = { (value: Number) in
      if value > 2 { return }
      total += value
    }
    for i in range(0, b) { add(i) }
    emit(total)
    let all = (0..<h).map { u in b * 2 + a }
    for value in all where value > 3 { emit(value) }
  }

  @Device static func selections(_ a: Number, _ b: Number, _ h: Int) {
    let x = a > b ? a : b
    let y = a > 1 ? (b > 1 ? a + b : a - b) : b > 3 ? a * b : a
    emit(x)
    emit(y)
    let n = h == 1 ? 2 : h == 2 ? 5 : 3
    for _ in 0..<n { emit(h > 1 ? a : b) }
    emit((a > 2 ? a : b) + (b > 2 ? 1 : 2))
  }

  @Device static func ifValues(_ a: Number, _ b: Number, _ h: Int) {
    let x = if a > b, b > 1 { a } else if h == 1 { b } else { a + b }
    var y = a
    y = if b > 2 {
      x
    } else {
      y + 1
    }
    emit(x)
    emit(y)
    func choice(_ value: Number) -> Number { if value > 2 { value } else { value * 2 } }
    emit(choice(a))
    let name: Int? = h > 1 ? h : nil
    let z = if let name { name + 1 } else { 0 }
    for _ in 0..<z { emit(y) }
  }

  @Device static func deferredValues(_ a: Number, _ b: Number, _ h: Int) {
    let x: Number
    if a > b { x = a } else { x = b }
    emit(x)
    var y: Number
    if h == 1 { y = a } else { y = b }
    if a > 1 { y += 1 }
    emit(y)
  }

  @Device static func optionals(_ a: Number, _ b: Number, _ h: Int) {
    let bias: Number? = h > 1 ? b : nil
    var x = a
    if let bias { x += bias }
    if let bias, x > 3 {
      x -= bias
      if x > 2 { return }
    }
    guard let bias else {
      emit(x + 1)
      return
    }
    if let other = bias as Number?, h > 2 { emit(other) } else { emit(x) }
    emit(bias + x)
  }

  @Device static func collatz(_ start: Number, _ limit: Number) -> Number {
    var n = start
    for i in range(0, limit) {
      if n % 2 == 0 { n = n / 2 } else { n = 3 * n + 1 }
      if i > 3 { n += 1 }
    }
    return n
  }

  @Device static func chosen(_ a: Number, _ h: Int) -> Number {
    if h == 0 { return a }
    if a > 2 { return a * 2 }
    switch h {
    case 1: return a + 1
    case 2:
      if a == 0 { return a - 1 }
      return a + 2
    default: return a + 3
    }
  }

  @Device static func pair(_ a: Number, _ b: Number) -> [Number] {
    guard a > b else { return [b, a] }
    return [a, b]
  }

  @Device static func calls(_ a: Number, _ b: Number, _ h: Int) {
    var x = collatz(a + 3, b)
    if a > 1 { x += collatz(b + 1, a) }
    emit(x)
    emit(chosen(a, h))
    for value in pair(a, b) { emit(value) }
  }

  @Device static func longExpressions(_ a: Number, _ b: Number, _ h: Int) {
    let x = a * 2 + b * 3 - (a - b) * (a + b) + 1
    var y = x
    y += a * a - b * b * 2 + 4
    emit(x)
    emit(y * 2 - x * 3 + a * b - 1)
    if a * 2 + b * 3 > x * 2 - y { emit(1) }
    while y * 2 - a * 2 + b > 40 { y -= 5 }
    emit(y)
    for i in range(a * 2 - b - 1, a + b * 2 - 3) { emit(i) }
  }

  @Device static func sameLine(_ a: Number, _ b: Number, _ h: Int) {
    var x = a; x += 1; if x > b { x -= b; emit(x) }; for i in range(0, x) { emit(i); if i > 1 { break } }
    emit(x) }

  @Device static func conditionalCompilation(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    #if os(Linux) || os(macOS)
      if a > b { return }
      x += 1
    #else
      x += 2
    #endif
    emit(x)
    #if DEBUG || !DEBUG
      x += b
    #endif
  }

  @Device static func advance(_ x: inout Number, by step: Number) {
    if x > 2 { return }
    x += step
    for i in range(0, step) { x += i }
  }

  @Device static func inoutParameters(_ a: Number, _ b: Number, _ h: Int) {
    var x = a
    advance(&x, by: b)
    for _ in range(0, 2) { advance(&x, by: 1) }
    emit(x)
  }
}
