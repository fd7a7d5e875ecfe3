import Nereid

/// A function of tiles that a test runs in a kernel.
struct TileFunction<A: TileElement, B: TileElement, Result: TileElement> {
  let xShape: [Int]
  let yShape: [Int]
  let body: (Tile<A>, Tile<B>) -> Tile<Result>
}

/// Stores what `function` makes of the elements at `x` and `y`.
@Kernel func evaluate<A: TileElement, B: TileElement, Result: TileElement>(
  x: Pointer<A>, y: Pointer<B>, output: Pointer<Result>,
  @Constexpr function: TileFunction<A, B, Result>
) {
  let first = loadAll(x, function.xShape)
  let second = loadAll(y, function.yShape)
  let result = function.body(first, second)
  if result.rank == 0 {
    store(output, result)
  } else {
    store(output + arange(0, result.count), result.flattened())
  }
}

private func loadAll<Element>(_ pointer: Pointer<Element>, _ shape: [Int]) -> Tile<Element> {
  if shape.isEmpty { return load(pointer) }
  return load(pointer + arange(0, shape.reduce(1, *))).reshape(shape)
}

/// The first `count` elements of what `body` makes of `x` and `y` on the interpreter.
func run<A, B, Result>(
  _ x: [A], _ y: [B], shapes: ([Int], [Int])? = nil, count: Int? = nil,
  _ body: @escaping (Tile<A>, Tile<B>) -> Tile<Result>
) throws -> [Result] {
  let function = TileFunction(
    xShape: shapes?.0 ?? [x.count], yShape: shapes?.1 ?? [y.count], body: body)
  let output = Buffer<Result>(uninitialized: 4096)
  try evaluate(x: Buffer(x), y: Buffer(y), output: output, function: function).launch(grid: 1)
  return Array(output.elements.prefix(count ?? x.count))
}

/// The first `count` elements of what `body` makes of `x` on the interpreter.
func run<A, Result>(
  _ x: [A], shape: [Int]? = nil, count: Int? = nil,
  _ body: @escaping (Tile<A>) -> Tile<Result>
) throws -> [Result] {
  let shapes = (shape ?? [x.count], [Int]())
  return try run(x, [Int32(0)], shapes: shapes, count: count) { x, _ in body(x) }
}
