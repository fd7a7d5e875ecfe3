import Testing

/// Mistakes that show in the syntax: each is reported once, in its place, with what to write.
struct DiagnosticTests {
  /// A mistake: a source in which `⟨` stands in front of the place of the error, and the message.
  struct Mistake: CustomTestStringConvertible {
    let source: String
    let message: String
    var testDescription: String { message }

    /// A mistake in the body of a device function.
    static func body(_ statements: String, _ message: String) -> Mistake {
      Mistake(
        source: "@Device func f(a: Tile<Int32>, n: Int) {\n  \(statements)\n}", message: message)
    }

    /// A mistake in the header of a kernel.
    static func kernel(_ header: String, _ message: String) -> Mistake {
      Mistake(source: "@Kernel \(header) { store(x, 1) }", message: message)
    }
  }

  @Test(arguments: functions + parameters + statements + values)
  func isReportedInItsPlace(_ mistake: Mistake) throws {
    var source = mistake.source
    let mark = try #require(source.firstIndex(of: "⟨"))
    let before = source[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    source.remove(at: mark)
    let position = "\(before.count):\(before[before.count - 1].utf8.count + 1)"
    let expander = MacroExpander(source, fileName: "mistake.swift")
    #expect(expander.diagnostics == ["\(position): \(mistake.message)"])
    #expect(!expander.text.contains("Staging.begin"), "the body is not inert")
  }

  /// What the parser has reported is not reported again.
  @Test func syntaxErrorsAreTheParsers() {
    let expander = MacroExpander(
      "@Device func f(a: Tile<Int32>) { let x = a[:, nil]; defer { } }", fileName: "mistake.swift")
    #expect(expander.diagnostics.isEmpty)
    #expect(expander.text.contains("fatalError()"))
  }

  /// Several mistakes in one function are all reported.
  @Test func allMistakesAreReported() {
    let expander = MacroExpander(
      "@Device func f() {\n  defer { }\n  var q\n  throw e\n}", fileName: "mistake.swift")
    #expect(expander.diagnostics.map { $0.prefix(3) } == ["2:3", "3:7", "4:3"])
  }

  /// What looks like a mistake but is none.
  @Test(arguments: [
    "var x: Int?", "guard let b = a else { fatalError() }", "let f = { [1, 2].count }",
    "for x in xs { switch n { case 1: fallthrough; default: break } }",
    "while let x = xs.popLast() { if n > 1 { continue } }",
    "func g() -> some P { if n > 1 { emit(n) }; return q }",
    "do { emit(n) }", "if #available(macOS 15, *) { emit(n) }", "let g = { if n > 1 { return } }",
    "if n > 1 { var c = n; c += 1 }", "var t = (n, n); if n > 1 { (t.0, t.1) = (1, 2); t.0 += 1 }",
    "var xs = [n]; if n > 1 { xs.append(1); xs[0] = 2; change(&xs[0]) }",
    "let place = Place(); if n > 1 { place.store(n); place.emit() }",
    "places.forEach { place in if n > 1 { place.store(n) } }",
    "places.forEach { place in if n > 1 { let same = place; same.emit() } }",
    "places.forEach { place in place.emit(); emit(place.values.first) }",
    "places.forEach { if n > 1 { emit($0.sum()) } }", "if 1...3 ~= n { Library.emit(log.count) }",
    "var y = n; if n > 1 { change(&y) { $0 += 1 }; func add() { y += 1 }; add() }",
    "for var x in xs { if n > 1 { x += 1 } }", "if case var x? = a, n > 1 { x += 1 }",
    "while let x = xs.popLast() { emit(x) }", "_ = n; if n > 1 { _ = emit(n) }",
  ])
  func isNoMistake(_ statements: String) {
    let expander = MacroExpander(
      "@Device func f(a: Tile<Int32>?, n: Int) {\n  \(statements)\n}", fileName: "fine.swift")
    #expect(expander.diagnostics.isEmpty)
    #expect(expander.text.contains("Staging.begin"))
  }

  /// What a kernel does outside of all control flow happens once, as in Swift.
  @Test func unconditionalChangesAreNoMistake() {
    let expander = MacroExpander(
      "@Kernel func f(x: Pointer<Float>) { launches += 1; log.append(1); if x > y { store(x, 1) } }",
      fileName: "fine.swift")
    #expect(expander.diagnostics.isEmpty)
  }

  /// A mutating function changes what it belongs to, which is its caller's variable.
  @Test func mutatingFunctionsChangeWhatTheyBelongTo() {
    let expander = MacroExpander(
      "struct S { @Device mutating func f(a: Tile<Int32>) { sum += a; self.count = 1 } }",
      fileName: "fine.swift")
    #expect(expander.diagnostics.isEmpty)
  }

  // MARK: Tables

  static let functions = [
    Mistake(
      source: "⟨@Kernel struct S {}", message: "'@Kernel' goes on a function"),
    .kernel(
      "func f(x: Pointer<Float>) ⟨-> Tile<Float>",
      "a kernel returns nothing; store its results through pointers, or make it a '@Device' "
        + "function"),
    .kernel(
      "func f(x: Pointer<Float>) ⟨async", "a kernel or device function cannot be 'async'"),
    .kernel(
      "func f(x: Pointer<Float>) ⟨throws",
      "a kernel or device function cannot throw; check arguments before the launch"),
    Mistake(
      source: "@Device func f(x: Tile<Float>) ⟨throws(E) {}",
      message: "a kernel or device function cannot throw; check arguments before the launch"),
    Mistake(
      source: "struct S { @Kernel ⟨mutating func f(x: Pointer<Float>) {} }",
      message: "a kernel cannot be 'mutating'; pass what it changes through pointers"),
    Mistake(
      source: "struct S { @Device ⟨mutating func f(x: Tile<Float>) { if x > m { m = x } } }",
      message: "a 'mutating' function cannot have control flow that runs on the device; "
        + "write 'var copy = self', change the copy, and end with 'self = copy'"),
    Mistake(
      source: "func outer() { ⟨@Kernel func f(x: Pointer<Float>) {} }",
      message: "a local function cannot be a '@Kernel', because its launch could not be found; "
        + "move it out of the function, or mark it '@Device' to call it from a kernel"),
  ]

  static let parameters: [Mistake] = [
    .kernel(
      "func f(x: ⟨inout Pointer<Float>)", "a kernel parameter cannot be 'inout'; pass a pointer"),
    .kernel(
      "func f(x: Pointer<Float>⟨...)",
      "a kernel parameter cannot be variadic; pass an array as a '@Constexpr' parameter"),
    .kernel("func f(x ⟨_: Pointer<Float>)", "a kernel parameter needs a name"),
    .kernel(
      "func f(x: Pointer<Float>, n: Scalar<Int32> = ⟨4)",
      "only a '@Constexpr' parameter can have a default value other than nil"),
    .kernel("func f<⟨each T>(x: Pointer<Float>)", "a kernel cannot have parameter packs"),
    .kernel(
      "func f(x: Pointer<Float>, n: ⟨Int)",
      "parameter 'n' of type 'Int' is known only on the host; mark it '@Constexpr', or pass it "
        + "at run time as 'Scalar<Int32>'"),
    .kernel(
      "func f(x: Pointer<Float>, shape: ⟨[Int])",
      "parameter 'shape' of type '[Int]' is known only on the host; mark it '@Constexpr'"),
    .kernel(
      "func f(x: Pointer<Float>, @Constexpr n: ⟨Scalar<Int32>)",
      "parameter 'n' of type 'Scalar<Int32>' is passed at run time and cannot be '@Constexpr'"),
  ]

  static let statements: [Mistake] = [
    .body(
      "⟨defer { emit(a) }",
      "'defer' is not supported in a kernel; write the statements at the end of the block"),
    .body(
      "if n > 1 { ⟨throw e }",
      "'throw' is not supported in a kernel; check arguments before the launch"),
    .body(
      "let x = ⟨try? g()",
      "'try' is not supported in a kernel; call what can throw before the launch"),
    .body("let x = ⟨await g()", "'await' is not supported in a kernel; wait before the launch"),
    .body("⟨async let x = g()", "'async let' is not supported in a kernel"),
    .body(
      "do { g() } ⟨catch { h() }", "'catch' is not supported in a kernel, where nothing can throw"),
    .body(
      "for ⟨await x in xs { emit(x) }",
      "'for try' and 'for await' are not supported in a kernel; collect the sequence before the "
        + "launch"),
    .body(
      "switch n { case 1: if a > 1 { ⟨fallthrough }; default: break }",
      "'fallthrough' under an 'if' or in a loop is not supported in a kernel; put the shared "
        + "statements into a function"),
    .body(
      "guard a > 1 else { emit(a) ⟨}",
      "'guard' must not fall through; end its body with 'return', 'break' or 'continue'"),
    .body(
      "while let x = xs.popLast() { if a > x { ⟨break } }",
      "this jump leaves a 'while let' or 'while case' loop from under an 'if', which is not "
        + "supported in a kernel; write the loop as 'for' over a sequence"),
    .body(
      "while let x = xs.popLast() { for i in 0..<x { ⟨return } }",
      "this jump leaves a 'while let' or 'while case' loop from under an 'if', which is not "
        + "supported in a kernel; write the loop as 'for' over a sequence"),
    .body(
      "⟨@Device func g() {}",
      "a function inside a kernel needs no '@Device'; remove the attribute"),
  ]

  private static func closureMethod(_ method: String, _ name: String) -> String {
    "'\(method)' may change the closure parameter '\(name)', which cannot be carried through an "
      + "'if' or a loop in a kernel; write a local function with an 'inout' parameter, or call it "
      + "on a 'let' with the parameter's value"
  }

  private static func outside(_ target: String) -> String {
    "'\(target)' is not declared in the kernel and cannot be changed under an 'if', in a loop or "
      + "in a function that a kernel calls; change a local variable, and return its value or store "
      + "it through a pointer"
  }

  static let values: [Mistake] = [
    .body("var ⟨q", "a variable without an initial value needs a type in a kernel"),
    .body(
      "xs.forEach { ⟨[n] x in emit(x) }",
      "a closure in a kernel cannot have a capture list; copy the value to a 'let' before the "
        + "closure"),
    .body(
      "var y = a; change(&y) { n in\n    if a > n { ⟨n += 1 } }",
      "the closure parameter 'n' cannot be changed under an 'if' or in a loop in a kernel; "
        + "write a local function with an 'inout' parameter"),
    .body(
      "var y = a; change(&y) { while a > $0 { increase(&⟨$0) } }",
      "the closure parameter '$0' cannot be changed under an 'if' or in a loop in a kernel; "
        + "write a local function with an 'inout' parameter"),
    .body(
      "var y = a; change(&y) { n in\n    if a > 1 { ⟨n.increment(by: a) } }",
      closureMethod("increment", "n")),
    .body(
      "var y = a; change(&y) { n in\n    for i in 0..<a { _ = ⟨n.values.removeLast() } }",
      closureMethod("removeLast", "n")),
    .body(
      "var y = a; change(&y) { while a > 1 { ⟨$0.reset() } }", closureMethod("reset", "$0")),
    .body("if a > 1 { ⟨counter += 1 }", outside("counter")),
    .body("for i in 0..<a { ⟨Settings.shared.count = i }", outside("Settings.shared.count")),
    .body("while a > 1 { ⟨self.count += 1 }", outside("self.count")),
    .body("var y = a; if a > 1 { (y, ⟨counter) = (a, a) }", outside("counter")),
    .body("if a > 1 { increase(&⟨counters[0]) }", outside("counters[0]")),
    .body("if a > 1 { ⟨makeCounter().count = 1 }", outside("makeCounter().count")),
    .body("if a > 1 { xs.forEach { ⟨counter += $0 } }", outside("counter")),
    .body("if a > 1 { ⟨log.append(a) }", outside("log")),
    .body("func add() { ⟨counter += 1 }\n  if a > 1 { add() }", outside("counter")),
    .body(
      "let object = Counter()\n  if a > 1 { ⟨object.count += 1 }",
      "'object.count' changes the object that the constant 'object' refers to, which cannot be "
        + "carried through an 'if' or a loop in a kernel; use a local variable of a type that "
        + "conforms to 'Traced'"),
    Mistake(source: "@Device func f() { ⟨counter += 1 }", message: outside("counter")),
    .body(
      "let g = { (x: Int) in\n    if a > x { ⟨return a }\n    return x }",
      "a closure in a kernel cannot return a value from under an 'if' or from a loop; "
        + "write a local function with a result type"),
    Mistake(
      source:
        "@Device func f(a: Tile<Int32>) -> some P {\n  if a > 1 { ⟨return a }\n  return 2 * a\n}",
      message: "a function with an opaque result cannot return from under an 'if' or from a loop; "
        + "write the result's type"),
    Mistake(
      source:
        "@Device func f(a: Tile<Int32>) -> Int {\n  if a > 1 { ⟨return switch n { default: 1 } }"
        + "\n  return 2\n}",
      message: "'return switch' under an 'if' or in a loop is not supported in a kernel; "
        + "put 'return' into each case"),
    .body("let x = ⟨if a > 1 { a }", "'if' as a value needs an 'else'"),
    .body(
      "let x = if a > 1 ⟨{ emit(a); a } else { b }",
      "a branch of 'if' as a value must be one expression in a kernel"),
  ]
}
