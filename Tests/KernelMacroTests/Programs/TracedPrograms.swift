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
      ("changingArms", changingArms),
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
    for _ in 0..<3 {
      if x > 6 { break }
      x += 3
    }
    emit(x)
    n = 2
    var trips = 0
    while n > 0, trips < 2 {
      n -= 1
      trips += 1
      if n == h { break }
      x -= b
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
    // swift-format-ignore
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
    // swift-format-ignore
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
}
