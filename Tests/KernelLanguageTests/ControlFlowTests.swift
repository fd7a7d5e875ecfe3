import Nereid
import Testing

/// Runs the kernels of `ControlFlow` for every `a` and `b` from 0 to 5 and compares with the same
/// in plain Swift.
@Suite struct ControlFlowTests {
  private func check(
    _ kernel: (Buffer<Int32>) -> KernelCall, _ expected: (Int, Int) -> Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = Buffer<Int32>(repeating: -1, count: 36)
    try kernel(output).launch(grid: (6, 6), on: .interpreter, checks: .all)
    for b in 0..<6 {
      for a in 0..<6 {
        #expect(
          output[b * 6 + a] == expected(a, b), "a = \(a), b = \(b)",
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test func ifElseChain() throws {
    try check {
      ControlFlow.ifElseChain(output: $0)
    } _: { a, b in
      if a > 3 { b } else if a == 1 { a + 100 } else if b == 2 { a - 7 } else { 0 }
    }
  }

  @Test func nestedIfs() throws {
    try check {
      ControlFlow.nestedIfs(output: $0)
    } _: { a, b in
      var (x, y) = (a, b)
      if a > b {
        if b > 2 { x += 10 } else { y += 20 }
        x += y
      }
      return x * 100 + y
    }
  }

  @Test(arguments: [1, 2]) func severalConditions(h: Int) throws {
    try check {
      ControlFlow.severalConditions(output: $0, h: h)
    } _: { a, b in
      var x = a
      if h > 1, a > 1, b > 2 { x += 1 }
      if a > 1, h > 1 { x += 10 } else { x += 20 }
      if a != 0, b / a > 1 { x += 100 }
      return x
    }
  }

  @Test(arguments: [1, 3]) func earlyReturn(h: Int) throws {
    try check {
      ControlFlow.earlyReturn(output: $0, h: h)
    } _: { a, b in
      h == 3 || a > b ? 1 : a == 2 ? 3 : 4
    }
  }

  @Test func guards() throws {
    try check {
      ControlFlow.guards(output: $0)
    } _: { a, b in
      guard a > 0, b > 1 else { return 7 }
      return a + (0..<b).filter { $0 != a && $0 < 4 }.reduce(0, +)
    }
  }

  @Test func loops() throws {
    try check {
      ControlFlow.loops(output: $0)
    } _: { a, b in
      var sum = a
      for i in 0..<b {
        if i == 2 { continue }
        sum += i
        if sum > 5 { break }
        for j in stride(from: i, to: a, by: 2) { sum += j }
      }
      for i in stride(from: 5, to: b, by: -1) { sum += i * 10 }
      for i in stride(from: a, to: b, by: 1) { sum += i * 100 }
      return sum
    }
  }

  @Test func returnFromLoops() throws {
    try check {
      ControlFlow.returnFromLoops(output: $0)
    } _: { a, b in
      var (sum, result) = (a, 50)
      for i in 0..<b {
        for j in 0..<i {
          sum += j
          if sum > 4 { return sum }
        }
        result = sum + 10
      }
      return result
    }
  }

  @Test func collatz() throws {
    try check {
      ControlFlow.collatz(output: $0)
    } _: { a, b in
      var (n, steps) = (a * a + b + 1, 0)
      while n > 1 {
        n = n % 2 == 0 ? n / 2 : n * 3 + 1
        steps += 1
      }
      return steps
    }
  }

  @Test func repeats() throws {
    try check {
      ControlFlow.repeats(output: $0)
    } _: { a, b in
      var n = a
      repeat {
        n += 1
        if n == 4 { continue }
        if n > 8 { break }
      } while n < b
      return n
    }
  }

  @Test(arguments: [0, 2]) func hostLoops(h: Int) throws {
    try check {
      ControlFlow.hostLoops(output: $0, h: h)
    } _: { a, b in
      var (x, trips) = (a, 0)
      for u in 0..<4 {
        if u == h { continue }
        trips += 1
        if trips == 3 { break }
        x += b
        for v in 0..<u where x > 5 { x -= 4 + v }
      }
      return x + (5 - trips)
    }
  }

  @Test func longTuples() throws {
    try check {
      ControlFlow.longTuples(output: $0)
    } _: { a, b in
      var (first, last) = (a, a)
      var (next, counter) = (a, b)
      for _ in 0..<b {
        last += first
        counter += 1
        if last > 4 { (first, next) = (b, b) }
      }
      let late = a > 2 ? (first, last) : (b, b)
      let three = b > 2 ? late.0 : late.1
      return last + counter * 10 + next * 100 + late.0 * 1000 + three * 10000
    }
  }

  @Test func tuples() throws {
    try check {
      ControlFlow.tuples(output: $0)
    } _: { a, b in
      var (x, y) = (a, b)
      for _ in 0..<b {
        (x, y) = (y, x + y)
        if x > 3 { (x, y) = (y - x, x) }
      }
      return x * 100 + y + (b + a * b) * 1000
    }
  }

  @Test func arrays() throws {
    try check {
      ControlFlow.arrays(output: $0)
    } _: { a, b in
      var sums = [a, b, a + b]
      for i in 0..<b {
        for u in 0..<3 {
          sums[u] += i
          if sums[u] > 6 { sums[u] = a }
        }
      }
      return sums[0] + sums[1] * 10 + sums[2] * 100
    }
  }

  @Test func structs() throws {
    try check {
      ControlFlow.structs(output: $0)
    } _: { a, b in
      var (sum, largest) = (a, b)
      for i in 0..<b {
        sum += i * a
        largest = max(largest, i * a)
        if sum > 20 { largest += 1 }
      }
      return sum * 100 + largest
    }
  }

  @Test(arguments: [1, 2]) func selections(h: Int) throws {
    try check {
      ControlFlow.selections(output: $0, h: h)
    } _: { a, b in
      let x = max(a, b)
      let y = a > 2 ? x : h > 1 ? a : b + 1
      return x + y * 10 + (b > 2 ? a : b) * 100 + (h == 1 ? 2 : 3) * 1000
    }
  }

  @Test func deferredValues() throws {
    try check {
      ControlFlow.deferredValues(output: $0)
    } _: { a, b in
      max(a, b) * 100 + a + (0..<b).map { $0 > 1 ? $0 * $0 : $0 }.reduce(0, +)
    }
  }

  @Test func deviceFunctions() throws {
    func found(_ a: Int, _ b: Int) -> Int {
      if a == 3 { return b }
      if let i = (0..<b).first(where: { $0 * $0 > a }) { return i + 50 }
      return a > 4 ? b * 2 : a + b
    }
    try check {
      ControlFlow.deviceFunctions(output: $0)
    } _: { a, b in
      found(a, b) + (b > 1 ? found(b, a) * 100 : 0)
    }
  }

  @Test func localFunctions() throws {
    try check {
      ControlFlow.localFunctions(output: $0)
    } _: { a, b in
      2 * (0..<b).reduce(a) { $0 > 8 ? $0 : $0 + $1 }
    }
  }

  @Test func switches() throws {
    try check {
      ControlFlow.switches(output: $0, mode: .plain)
    } _: { a, b in
      a + b + 1
    }
    try check {
      ControlFlow.switches(output: $0, mode: .scaled(by: 3))
    } _: { a, b in
      b > 2 ? a * 3 : a * 3 + 1
    }
  }

  @Test func optionals() throws {
    let bias: Buffer<Int32> = [1, 2, 3, 4, 5, 6]
    try check {
      ControlFlow.optionals(output: $0, bias: bias, extra: 2)
    } _: { a, b in
      a + b + 1 > 3 ? a + b - 1 : a + b + 1
    }
    try check {
      ControlFlow.optionals(output: $0, bias: nil, extra: nil)
    } _: { a, _ in
      a + 1000
    }
  }

  @Test func pointersInLoops() throws {
    let input = Buffer((0..<40).map { Int32($0) })
    try check {
      ControlFlow.pointersInLoops(output: $0, input: input)
    } _: { a, b in
      (0..<b).map { 4 * a * $0 + 6 }.reduce(0, +)
    }
  }
}
