@Device func one(a: Number) -> Number { var x = a; if a > 1 { x += 1 }; return x }
@Device func empty(a: Number) {}
@Device func onlyComment(a: Number) {
  // nothing
}
@Device func strings(a: Number, n: Int) {
  let text = """
    \(n > 1 ? "a" : "b")
    """
  print(text, "x \(n > 2 ? 1 : 2)")
  for x in [1, 2].map({ $0 + 1 }) where x > 1 { emit(a) }  // comment }
  // trailing
}
@Device func generic<T: ToyTraced>(a: Number, x: T, y: T) -> T {
  if a > 1 { return x }
  return y
}
@Device func ends(a: Number) -> Number {
  if a > 1 {
    return a  // early
  } // one
  else if a > 0 { // two
    return 2
  } /* three */ else { // four
    emit(a) // five
  } // six
  return 3 // seven
  // eight
}
@Device func noReturnAtEnd(a: Number, mode: Int) -> Number {
  if a > 1 { return a } else { return 2 }
}
@Device func hostOnly(mode: Int) -> Int {
  if mode > 1 { return 4 }
  var k = 0
  while k < mode { k += 1 }
  return k
}
@Device func nested(a: Number, xs: [Number]) {
  struct Local { var x: Int; func f() -> Int { if x > 1 { return 2 }; return 3 } }
  var total = a
  let f: (Number) -> Number = { x in
    var y = x
    if x > 2 { y = 3 }
    return y
  }
  total = f(total)
  xs.forEach { x in total += x }
  let t: (Number, Number) = (a > 1 ? a : total, total)
  _ = t.0
  defaultArg(total)
  for case let x? in [a, nil] as [Number?] { emit(x) }
  _ = Local(x: 1)
  if a > 1 {
  }
  switch xs.count { case 0: break; case 1, 2: if a > 3 { break }; emit(a); default: emit(total) }
  #if DEBUG
    emit(a)
  #elseif os(Linux)
    if a > 1 { emit(a) }
  #endif
  outer: while total > 2 { while total > 1 { total -= 1; if total == 5 { continue outer }; if total == 6 { break outer } } }
  func early(_ a: Number) { guard a > 1 else { return }; emit(a) }
  early(a)
}
func defaultArg(_ x: Number, y: Int = 2) {}
@Device func tern(a: Number, c: Bool) -> Number {
  return c ? a * 2 + a * 3 - a : a > 2 ? a + 1 : -1
}
prefix func - (x: Number) -> Number { x }
extension Int: ToyTraced { var values: [ToyValue] { [] }; mutating func replaceValues(_ v: inout ArraySlice<ToyValue>) {}; static var undefined: Int { 0 } }
@Device func anonymous(a: Number, _0: Number) {
  let text: (Int, Int) -> String = { $0 > $1 ? "\($0)" : "none" }
  let outer: (Number) -> Number = { $0 > _0 ? $0 : _0 }
  let add: (inout Number, Number) -> Void = { $0 += $1 > 1 ? $1 : 1 }
  var x = outer(a)
  add(&x, text(1, 2).isEmpty ? a : x)
}
@Kernel func k1() { }
@Kernel func k2(@Constexpr n: Int) { for _ in 0..<n {} }
typealias Change = (Number) -> Number
final class Log { var lines = 0; func add(_ x: Number) -> Int { lines += 1; return lines } }
@Device func appliesFunctions(a: Number, change: Change, log: Log, logs: [Log], other: Log?) -> Number {
  let twice = [log, logs[0]]
  if a > 1 { emit(change(a)); _ = log.add(a); _ = change(a) }
  for entry in logs { if a > 2 { _ = entry.add(a) } }
  if let other, a > 3 { _ = other.add(a); _ = twice[0].add(a) }
  guard a > 4 else { return change(a) }
  return a
}
struct Owner {
  let log: Log
  @Device func owned(a: Number) { if a > 1 { _ = log.add(a); add(a) } }
  func add(_ a: Number) {}
}
