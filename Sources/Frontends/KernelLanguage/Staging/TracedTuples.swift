// Tuples cannot conform to protocols; these stand in for them.

/// A pair of what holds tiles.
struct TracedPair<A: Traced, B: Traced>: Traced {
  var a: A, b: B
  init(_ tuple: (A, B)) { (a, b) = tuple }
  var tuple: (A, B) { (a, b) }

  mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&a)
    tracer.trace(&b)
  }
}

/// A triple of what holds tiles.
struct TracedTriple<A: Traced, B: Traced, C: Traced>: Traced {
  var a: A, b: B, c: C
  init(_ tuple: (A, B, C)) { (a, b, c) = tuple }
  var tuple: (A, B, C) { (a, b, c) }

  mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&a)
    tracer.trace(&b)
    tracer.trace(&c)
  }
}

/// A quadruple of what holds tiles.
struct TracedQuadruple<A: Traced, B: Traced, C: Traced, D: Traced>: Traced {
  var a: A, b: B, c: C, d: D
  init(_ tuple: (A, B, C, D)) { (a, b, c, d) = tuple }
  var tuple: (A, B, C, D) { (a, b, c, d) }

  mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&a)
    tracer.trace(&b)
    tracer.trace(&c)
    tracer.trace(&d)
  }
}
