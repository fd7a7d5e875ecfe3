import TileSemantics

/// The elements combined into one along `axis`, or all of them if there is no axis.
///
/// - Parameters:
///   - keepDimensions: what is reduced stays, with extent 1.
///   - combine: combines two scalars. It must be associative; the order is not fixed.
///
/// Triton: `tl.reduce`
public func reduce<A>(
  _ a: Tile<A>, axis: Int? = nil, keepDimensions: Bool = false,
  _ combine: (Tile<A>, Tile<A>) -> Tile<A>
) -> Tile<A> {
  let results = Trace.reduce([a.operand], axis: axis, keepDimensions: keepDimensions) {
    let result = combine(Tile($0[0]), Tile($1[0]))
    return [result.operand]
  }
  return Tile(results[0])
}

/// Each element replaced by the combination of all up to it along `axis`, or from it on
/// if `isReverse`.
///
/// - Parameter combine: combines two scalars. It must be associative.
///
/// Triton: `tl.associative_scan`
public func scan<A>(
  _ a: Tile<A>, axis: Int, isReverse: Bool = false, _ combine: (Tile<A>, Tile<A>) -> Tile<A>
) -> Tile<A> {
  let results = Trace.scan([a.operand], axis: axis, isReverse: isReverse) {
    let result = combine(Tile($0[0]), Tile($1[0]))
    return [result.operand]
  }
  return Tile(results[0])
}

/// The elements of two tiles of one shape, taken in pairs, combined into one along `axis`, or all
/// of them if there is no axis.
///
/// - Parameters:
///   - keepDimensions: what is reduced stays, with extent 1.
///   - combine: combines two scalars of each tile. It must be associative; the order is not fixed.
///
/// Triton: `tl.reduce`
public func reduce<A, B>(
  _ a: Tile<A>, _ b: Tile<B>, axis: Int? = nil, keepDimensions: Bool = false,
  _ combine: ((Tile<A>, Tile<B>), (Tile<A>, Tile<B>)) -> (Tile<A>, Tile<B>)
) -> (Tile<A>, Tile<B>) {
  let results = Trace.reduce([a.operand, b.operand], axis: axis, keepDimensions: keepDimensions) {
    let result = combine((Tile($0[0]), Tile($0[1])), (Tile($1[0]), Tile($1[1])))
    return [result.0.operand, result.1.operand]
  }
  return (Tile(results[0]), Tile(results[1]))
}

/// Each of the elements of two tiles of one shape, taken in pairs,
/// replaced by the combination of all up to it along `axis`, or from it on
/// if `isReverse`.
///
/// - Parameter combine: combines two scalars of each tile. It must be associative.
///
/// Triton: `tl.associative_scan`
public func scan<A, B>(
  _ a: Tile<A>, _ b: Tile<B>, axis: Int, isReverse: Bool = false,
  _ combine: ((Tile<A>, Tile<B>), (Tile<A>, Tile<B>)) -> (Tile<A>, Tile<B>)
) -> (Tile<A>, Tile<B>) {
  let results = Trace.scan([a.operand, b.operand], axis: axis, isReverse: isReverse) {
    let result = combine((Tile($0[0]), Tile($0[1])), (Tile($1[0]), Tile($1[1])))
    return [result.0.operand, result.1.operand]
  }
  return (Tile(results[0]), Tile(results[1]))
}

/// The elements of three tiles of one shape, taken in triples, combined into one along `axis`, or
/// all of them if there is no axis.
///
/// - Parameters:
///   - keepDimensions: what is reduced stays, with extent 1.
///   - combine: combines two scalars of each tile. It must be associative; the order is not fixed.
///
/// Triton: `tl.reduce`
public func reduce<A, B, C>(
  _ a: Tile<A>, _ b: Tile<B>, _ c: Tile<C>, axis: Int? = nil, keepDimensions: Bool = false,
  _ combine: ((Tile<A>, Tile<B>, Tile<C>), (Tile<A>, Tile<B>, Tile<C>)) -> (
    Tile<A>, Tile<B>, Tile<C>
  )
) -> (Tile<A>, Tile<B>, Tile<C>) {
  let results = Trace.reduce(
    [a.operand, b.operand, c.operand], axis: axis, keepDimensions: keepDimensions
  ) {
    let result = combine(
      (Tile($0[0]), Tile($0[1]), Tile($0[2])), (Tile($1[0]), Tile($1[1]), Tile($1[2])))
    return [result.0.operand, result.1.operand, result.2.operand]
  }
  return (Tile(results[0]), Tile(results[1]), Tile(results[2]))
}

/// Each of the elements of three tiles of one shape, taken in triples,
/// replaced by the combination of all up to it along `axis`, or from it on
/// if `isReverse`.
///
/// - Parameter combine: combines two scalars of each tile. It must be associative.
///
/// Triton: `tl.associative_scan`
public func scan<A, B, C>(
  _ a: Tile<A>, _ b: Tile<B>, _ c: Tile<C>, axis: Int, isReverse: Bool = false,
  _ combine: ((Tile<A>, Tile<B>, Tile<C>), (Tile<A>, Tile<B>, Tile<C>)) -> (
    Tile<A>, Tile<B>, Tile<C>
  )
) -> (Tile<A>, Tile<B>, Tile<C>) {
  let results = Trace.scan([a.operand, b.operand, c.operand], axis: axis, isReverse: isReverse) {
    let result = combine(
      (Tile($0[0]), Tile($0[1]), Tile($0[2])), (Tile($1[0]), Tile($1[1]), Tile($1[2])))
    return [result.0.operand, result.1.operand, result.2.operand]
  }
  return (Tile(results[0]), Tile(results[1]), Tile(results[2]))
}

/// What a function makes of each element. The function may have control flow of its own, which is
/// decided for each element alone.
///
/// Triton: `tl.map_elementwise`
public func mapElementwise<A, Result>(
  _ a: Tile<A>, _ function: (Scalar<A>) -> Scalar<Result>
) -> Tile<Result> {
  Tile(
    Trace.combine([a.operand], count: 1) {
      try $0.beginMap([a.operand])
    } close: {
      try $0.endMap($1, returning: $2)
    } function: {
      [function(Tile($0.parameters[0])).operand]
    }[0])
}

/// What a function makes of each pair of elements. Shapes are broadcast.
///
/// Triton: `tl.map_elementwise`
public func mapElementwise<A, B, Result>(
  _ a: Tile<A>, _ b: Tile<B>, _ function: (Scalar<A>, Scalar<B>) -> Scalar<Result>
) -> Tile<Result> {
  Tile(
    Trace.combine([a.operand, b.operand], count: 1) {
      try $0.beginMap([a.operand, b.operand])
    } close: {
      try $0.endMap($1, returning: $2)
    } function: {
      [function(Tile($0.parameters[0]), Tile($0.parameters[1])).operand]
    }[0])
}
