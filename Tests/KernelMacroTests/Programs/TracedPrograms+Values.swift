// More of the functions of `TracedPrograms.swift`: values, functions and expressions.

extension TracedPrograms {
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
    let larger: (Number, Number) -> Number = { $0 > $1 ? $0 : $1 }
    emit(larger(a, b))
    emit([a, b, x, y].reduce(a) { if $0 > $1 { $0 } else { [$1].map { $0 > 1 ? $0 : a }[0] } })
    let n = h == 1 ? 2 : h == 2 ? 5 : 3
    for _ in 0..<n { emit(h > 1 ? a : b) }
    emit((a > 2 ? a : b) + (b > 2 ? 1 : 2))
  }

  @Device static func ifValues(_ a: Number, _ b: Number, _ h: Int) {
    let x = if a > b, b > 1 { a } else if h == 1 { b } else { a + b }
    var y = a
    y =
      if b > 2 {
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

  // swift-format-ignore
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

  @Device static func changingArms(_ a: Number, _ b: Number, _ h: Int) {
    var x = b
    func bump() -> Number {
      x += 1
      return x
    }
    func change(_ number: inout Number) -> Number {
      number += 2
      return number
    }
    let y = a > 1 ? bump() : b
    let z = if a > 2 { change(&x) } else { a > 0 ? bump() : x }
    let w = h > 1 ? bump() : x
    emit(x)
    emit(y)
    emit(z)
    emit(w)
  }
}
