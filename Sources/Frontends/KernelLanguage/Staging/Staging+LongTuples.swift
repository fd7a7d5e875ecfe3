// Tuples of five to eight parts. They are carried as a quadruple and what is left.

extension Staging {
  /// A tuple of five parts that hold tiles.
  public func cell<A: Traced, B: Traced, C: Traced, D: Traced, E: Traced>(
    _ name: String, _ get: @escaping () -> (A, B, C, D, E),
    _ set: @escaping ((A, B, C, D, E)) -> Void
  ) -> Variable {
    cell(
      name,
      {
        let t = get()
        return TracedPair((TracedQuadruple((t.0, t.1, t.2, t.3)), t.4))
      }, { v in set((v.a.a, v.a.b, v.a.c, v.a.d, v.b)) })
  }

  /// A tuple of six parts that hold tiles.
  public func cell<A: Traced, B: Traced, C: Traced, D: Traced, E: Traced, F: Traced>(
    _ name: String, _ get: @escaping () -> (A, B, C, D, E, F),
    _ set: @escaping ((A, B, C, D, E, F)) -> Void
  ) -> Variable {
    cell(
      name,
      {
        let t = get()
        return TracedPair((TracedQuadruple((t.0, t.1, t.2, t.3)), TracedPair((t.4, t.5))))
      }, { v in set((v.a.a, v.a.b, v.a.c, v.a.d, v.b.a, v.b.b)) })
  }

  /// A tuple of seven parts that hold tiles.
  public func cell<A: Traced, B: Traced, C: Traced, D: Traced, E: Traced, F: Traced, G: Traced>(
    _ name: String, _ get: @escaping () -> (A, B, C, D, E, F, G),
    _ set: @escaping ((A, B, C, D, E, F, G)) -> Void
  ) -> Variable {
    cell(
      name,
      {
        let t = get()
        return TracedPair((TracedQuadruple((t.0, t.1, t.2, t.3)), TracedTriple((t.4, t.5, t.6))))
      }, { v in set((v.a.a, v.a.b, v.a.c, v.a.d, v.b.a, v.b.b, v.b.c)) })
  }

  /// A tuple of eight parts that hold tiles.
  public func cell<
    A: Traced, B: Traced, C: Traced, D: Traced, E: Traced, F: Traced, G: Traced, H: Traced
  >(
    _ name: String, _ get: @escaping () -> (A, B, C, D, E, F, G, H),
    _ set: @escaping ((A, B, C, D, E, F, G, H)) -> Void
  ) -> Variable {
    cell(
      name,
      {
        let t = get()
        return TracedPair(
          (TracedQuadruple((t.0, t.1, t.2, t.3)), TracedQuadruple((t.4, t.5, t.6, t.7))))
      }, { v in set((v.a.a, v.a.b, v.a.c, v.a.d, v.b.a, v.b.b, v.b.c, v.b.d)) })
  }

  /// What a variable for a tuple of five parts holds before it is given a value.
  public func undefined<
    A: Undefinable, B: Undefinable, C: Undefinable, D: Undefinable, E: Undefinable
  >() -> (A, B, C, D, E) {
    (.undefined, .undefined, .undefined, .undefined, .undefined)
  }

  /// What a variable for a tuple of six parts holds before it is given a value.
  public func undefined<
    A: Undefinable, B: Undefinable, C: Undefinable, D: Undefinable, E: Undefinable, F: Undefinable
  >() -> (A, B, C, D, E, F) {
    (.undefined, .undefined, .undefined, .undefined, .undefined, .undefined)
  }

  /// What a variable for a tuple of seven parts holds before it is given a value.
  public func undefined<
    A: Undefinable, B: Undefinable, C: Undefinable, D: Undefinable, E: Undefinable, F: Undefinable,
    G: Undefinable
  >() -> (A, B, C, D, E, F, G) {
    (.undefined, .undefined, .undefined, .undefined, .undefined, .undefined, .undefined)
  }

  /// What a variable for a tuple of eight parts holds before it is given a value.
  public func undefined<
    A: Undefinable, B: Undefinable, C: Undefinable, D: Undefinable, E: Undefinable, F: Undefinable,
    G: Undefinable, H: Undefinable
  >() -> (A, B, C, D, E, F, G, H) {
    (.undefined, .undefined, .undefined, .undefined, .undefined, .undefined, .undefined, .undefined)
  }
}
