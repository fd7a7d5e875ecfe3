import Nereid

// Kernels with mistakes that show while they are traced. `Mistakes.expected` says where each is to
// be reported, and how.

enum Mistakes {
  @Kernel static func shapes(x: Pointer<Float>) {
    let i = arange(0, 8)
    let j = arange(0, 16)
    let tile = zeros([8, 16], Float.self)
    _ = i + j
    _ = i * 2 + j * 3 - 1
    _ = tile + zeros([4, 16], Float.self)
    _ = tile.reshape([64])
    _ = tile.broadcast(to: [16, 16])
    _ = tile.permuted(0, 2)
    _ = tile.permuted(0)
    _ = i.transposed()
    _ = i.expandDims(3)
    _ = tile.squeezed(0)
    _ = tile.split()
    _ = tile.item()
    _ = concatenate(i, j)
    _ = join(i, j)
    _ = tile[..., nil]
    _ = tile.flipped(2)
    _ = broadcast(i, j)
  }

  @Kernel static func creation(x: Pointer<Float>) {
    _ = arange(0, 100)
    _ = arange(8, 0)
    _ = zeros([3, 4], Float.self)
    _ = zeros([4096, 4096], Float.self)
    _ = full([12], 1, Int32.self)
    _ = full([4], 300, UInt8.self)
    _ = programID(3)
    _ = numPrograms(-1)
    _ = arange(0, 8).to(Int8.self) + 200
    _ = Scalar<UInt32>(-1)
  }

  @Kernel static func products(x: Pointer<Float>) {
    let a = zeros([16, 32], Float.self)
    _ = dot(a, a)
    _ = dot(a, a.transposed(), accumulator: zeros([16, 32], Float.self))
    _ = dot(zeros([16, 8], Float.self), zeros([8, 16], Float.self))
    _ = dot(arange(0, 16).to(Float.self), a)
    let bytes = zeros([16, 16], Int8.self)
    _ = dot(bytes, bytes)
    let packed = zeros([16, 32], UInt8.self)
    let scale = zeros([16, 4], UInt8.self)
    _ = dotScaled(
      ScaledFactor(packed, scale: scale, format: .e4m3),
      ScaledFactor(packed.transposed(), scale: nil, format: .e4m3))
    _ = dotScaled(
      ScaledFactor(a, scale: nil, format: .e2m1),
      ScaledFactor(packed, scale: nil, format: .e2m1))
  }

  @Kernel static func memory(x: Pointer<Float>, half: Pointer<Float16>, short: Pointer<Int16>) {
    let i = arange(0, 8)
    let mask = arange(0, 4) < 2
    _ = load(x + i, mask: mask)
    _ = load(x + i, other: zeros([8], Float.self))
    _ = load(x + i, mask: i < 4, other: zeros([4], Float.self))
    _ = load(x + i, cache: .wb)
    _ = load(x, mask: i < 4)
    store(x + i, zeros([16], Float.self))
    store(x, zeros([8], Float.self))
    store(x + i, 1, mask: mask)
    store(x + i, 1, cache: .cv)
    atomicAdd(short, 1)
    atomicMax(half, 1)
    atomicAdd(x + i, zeros([4], Float.self))
    atomicCompareAndSwap(x + i, expected: zeros([4], Float.self), zeros([8], Float.self))
    _ = x + i + arange(0, 4)
  }

  @Kernel static func descriptors(
    x: Pointer<Float>, tensor: TensorDescriptor<Float>, n: Scalar<Int32>
  ) {
    _ = tensor.load(n)
    tensor.store(n, n, value: zeros([8, 8], Float.self))
    tensor.reduce(.and, n, n, value: zeros([4, 4], Float.self))
    _ = tensor.gather(rows: arange(0, 8), column: n)
    _ = makeTensorDescriptor(x, shape: [n, n], tileShape: [4])
    _ = makeTensorDescriptor(x, shape: [n], tileShape: [2])
    _ = makeTensorDescriptor(x, shape: [n, n], strides: [Tile(1), Tile(8)], tileShape: [4, 4])
  }

  @Kernel static func reductions(x: Pointer<Float>) {
    let tile = zeros([8, 16], Float.self)
    _ = tile.sum(axis: 2)
    _ = tile.max(axis: -3)
    _ = tile.argmax(axis: 5)
    _ = tile.cumulativeSum(axis: 2)
    _ = tile.topK(3)
    _ = tile.topK(32)
    _ = tile.gather(zeros([4, 8], Int32.self), axis: 1)
    _ = tile.to(Int32.self).histogram(bins: 16)
    _ = arange(0, 8).histogram(bins: 10)
    _ = reduce(tile, axis: 0) { a, b in a.broadcast(to: [2]) + b }
    _ = reduce(arange(0, 8), arange(0, 4), axis: 0) { a, b in a }
    _ = softmax(tile, axis: 2)
  }

  @Kernel static func debugging(x: Pointer<Float>, n: Scalar<Int32>, @Constexpr block: Int) {
    staticAssert(block > 8, "the block is too small")
    staticAssert(block > 9)
    assume(arange(0, 8) < 4)
    _ = arange(0, 8).multipleOf(4, 4)
    _ = inlineAssembly(
      "mov.b32 $0, $1;", constraints: "=r,r", n, result: Int32.self, packedElements: 3)
    _ = n.to(Float.self).bitcast(to: Int64.self)
    for _ in staticRange(0, 4, step: 0) { store(x, 1) }
    deviceAssert(arange(0, 8) < 4, mask: arange(0, 4) < 2)
  }

  @Kernel static func loops(x: Pointer<Float>, n: Scalar<Int32>) {
    var acc = zeros([64], Float.self)
    for _ in range(0, n) {
      acc = zeros([8, 8], Float.self)
    }
    for i in range(0, n, step: 0) { store(x + i, 1) }
    for i in range(0, n, numStages: -1) { store(x + i, 1) }
    for i in range(arange(0, 4), n) { store(x + i, 1) }
    var m = n
    while arange(0, 8) < m { m += 1 }
    var k = n
    while k > 0 { k = arange(0, 8) }
    var trips = 0
    for i in range(0, n) {
      trips += 1
      store(x + i, 1)
    }
    var names: [String] = []
    if n > 3 { names.append("x") }
    var tiles = [n]
    for i in range(0, n) { tiles.append(i) }
    store(x, Scalar<Float>(trips + names.count + tiles.count))
  }

  @Kernel static func branches(x: Pointer<Float>, n: Scalar<Int32>, @Constexpr block: Int) {
    if arange(0, 8) < n { store(x, 1) }
    var tile = zeros([8], Float.self)
    if n > 2 { tile = zeros([16], Float.self) } else { tile = zeros([4], Float.self) }
    let y = n > 1 ? zeros([8], Float.self) : zeros([2], Float.self)
    var later: Tile<Float>
    if block > 100 { later = y }
    store(x, later)
    store(x + arange(0, 8), tile)
    store(x + arange(0, 8), y)
    _ = select(n > 0, zeros([8], Float.self), zeros([4], Float.self))
  }

  struct Untraced {
    var sum: Scalar<Int32>
  }

  @Kernel static func structs(x: Pointer<Int32>, n: Scalar<Int32>) {
    var state = Untraced(sum: n)
    for i in range(0, n) { state.sum += i }
    store(x, state.sum)
  }

  @Device static func helper(_ a: Tile<Float>) -> Tile<Float> {
    let b = zeros([32], Float.self)
    return a + b
  }

  @Kernel static func calls(x: Pointer<Float>) {
    store(x + arange(0, 8), helper(zeros([8], Float.self)))
    for u in 0..<3 { _ = zeros([4 + u], Float.self) }
  }

  @Device static func doubled(_ a: Tile<Int32>) -> Tile<Int32> {
    let b = a * 2
    return b
  }

  @Device static func capped(_ a: Scalar<Int32>) -> Scalar<Int32> {
    if a > 9 { return a - 1 }
    return a
  }

  @Device static func noted(_ a: Tile<Int32>) { staticAssert(a.shape.count == 1) }

  @Kernel static func positionsAfterCalls(x: Pointer<Int32>, n: Scalar<Int32>) {
    func tripled(_ a: Tile<Int32>) -> Tile<Int32> { a * 3 }
    let halved = { (a: Tile<Int32>) in
      let b = a / 2
      return b
    }
    let a = arange(0, 8)
    let b = arange(0, 4)
    _ = doubled(a) + b
    _ = capped(n) + a + b
    _ = (noted(a), a + b)
    _ = tripled(a) + b
    _ = halved(a) + b
    if capped(n) > a { store(x, 1) }
  }

  @Kernel static func blockPointers(x: Pointer<Int32>, n: Scalar<Int32>) {
    let strides = [n, Scalar<Int32>(1)]
    let offsets = [Scalar<Int32>(0), n]
    _ = makeBlockPointer(x, shape: [n], strides: strides, offsets: offsets, tileShape: [4, 4])
    _ = makeBlockPointer(
      x, shape: [n, n], strides: strides, offsets: offsets, tileShape: [4, 4], order: [0, 0])
    _ = makeBlockPointer(x, shape: [n, n], strides: strides, offsets: offsets, tileShape: [4, 3])
    let place = makeBlockPointer(
      x, shape: [n, n], strides: strides, offsets: offsets, tileShape: [4, 4])
    _ = place.advanced(by: 1)
    _ = place.load(boundaryCheck: [2])
    _ = place.load(padding: .nan)
    place.store(arange(0, 4))
    place.store(Tile(1), boundaryCheck: [0, 0])
  }

  final class Counter {
    var count = 0
    var sum = Scalar<Int32>(0)
  }

  @Kernel static func objects(x: Pointer<Int32>, n: Scalar<Int32>) {
    var counter = Counter()
    if n > 1 { counter.count += 1 }
    for i in range(0, n) { counter.sum += i }
    if n > 2 { counter = Counter() }
    for _ in 0..<2 { counter.count += 1 }
    store(x, Tile(counter.count))
  }

  struct Log {
    let counter = Counter()
  }

  final class Nested {
    let log = Log()
  }

  class Base {
    var count = 0
  }

  final class Derived: Base {}

  struct Statistics: Traced {
    var sum: Scalar<Int32>
    let counter = Counter()

    mutating func trace(with tracer: inout Tracer) { tracer.trace(&sum) }
  }

  @Kernel static func objectsInside(x: Pointer<Int32>, n: Scalar<Int32>) {
    var log = Log()
    if n > 1 { log.counter.count += 1 }
    var counters = [Counter(), Counter()]
    for i in range(0, n) { counters[1].sum += i }
    var nested: Nested? = Nested()
    if n > 2 { nested?.log.counter.count += 1 }
    var derived = (1, Derived())
    while n > 3 { derived.1.count += 1 }
    var statistics = Statistics(sum: n)
    for i in range(0, n) {
      statistics.sum += i
      statistics.counter.count += 1
    }
    store(x, statistics.sum)
  }

  final class Recorder: @unchecked Sendable {
    var count = 0

    func bump() { count += 1 }
    func note(_ value: Scalar<Int32>) { count += 1 }
    func next() -> Int {
      count += 1
      return count
    }
    func stored(at x: Pointer<Int32>) {
      count += 1
      store(x, 1)
    }
  }

  nonisolated(unsafe) static var total = 0
  static let shared = Recorder()

  static func countGlobally() { total += 1 }
  static func storeRow(_ x: Pointer<Int32>, _ row: Tile<Int32>) { store(x, row) }

  @Device static func counting(_ n: Scalar<Int32>) -> Scalar<Int32> {
    countGlobally()
    return n + 1
  }

  @Kernel static func hostCalls(x: Pointer<Int32>, n: Scalar<Int32>) {
    let own = Recorder()
    if n > 1 { own.bump() }
    if n > 2 { countGlobally() } else if n > 3 { shared.bump() }
    for i in range(0, n) {
      _ = own.next()
      for _ in 0..<2 { Mistakes.countGlobally() }
      store(x + i, 1)
    }
    if n > 4 { own.note(n * 2) }
    if n > 5 { own.stored(at: x) }
    let twice = {
      own.bump()
      own.bump()
    }
    if n > 6 { twice() }
    let once = { own.bump() }
    if n > 7 { once() }
    func local() { countGlobally() }
    var m = n
    while m > 0 {
      local()
      m -= 1
    }
    // swift-format-ignore: ReplaceForEachWithForLoop
    if n > 8 { [own, shared].forEach { $0.bump() } }
    store(
      x,
      reduce(arange(0, 8), axis: 0) { a, b in
        countGlobally()
        return a + b
      })
    var last: Scalar<Int32>
    for i in range(0, n) {
      last = i
      countGlobally()
    }
    store(x, last)
    if n > 9 { storeRow(x, zeros([3], Int32.self)) }
    if n > 10 { store(x, counting(n)) }
  }

  @Kernel static func changedConstants(
    x: Pointer<Int32>, n: Scalar<Int32>, @Constexpr passed: Recorder
  ) {
    let own = Recorder()
    let all = [own, shared]
    if n > 1 {
      let number = own.next()
      store(x, Tile(number))
    }
    for i in range(0, n) { store(x + i, Tile(passed.next())) }
    for recorder in all { if n > 2 { if n > 3 { store(x, Tile(recorder.next())) } } }
    var last: Scalar<Int32>
    for i in range(0, n) {
      last = i
      own.note(i)
    }
    if let some = all.first, n > 4 { store(x, Tile(some.next())) }
    while n > Tile(own.next()) { store(x, last) }
    store(x, n > 5 ? Tile(own.next()) : n)
    let kept = if n > 6 { Tile(own.next()) } else { n }
    store(x, kept)
  }

  struct Worker {
    let recorder = Recorder()

    func help() { recorder.count += 1 }
    func store(at x: Pointer<Int32>) { recorder.stored(at: x) }

    @Kernel func work(x: Pointer<Int32>, n: Scalar<Int32>) {
      if n > 1 { self.help() }
      if n > 2 { help() }
      if n > 3 { self.store(at: x) }
      if n > 4 { Nereid.store(x, Tile(recorder.next())) }
    }
  }

  static var all: [KernelCall] {
    let x: Buffer<Float> = [0]
    let ints: Buffer<Int32> = [0]
    return [
      shapes(x: x), creation(x: x), products(x: x), memory(x: x, half: [0], short: [0]),
      descriptors(x: x, tensor: TensorView(x, shape: [8, 8], tileShape: [4, 4]), n: 3),
      reductions(x: x), debugging(x: x, n: 3, block: 8), loops(x: x, n: 3),
      branches(x: x, n: 3, block: 8), structs(x: ints, n: 3), calls(x: x),
      positionsAfterCalls(x: ints, n: 3), blockPointers(x: ints, n: 3), objects(x: ints, n: 3),
      objectsInside(x: ints, n: 3), hostCalls(x: ints, n: 3),
      changedConstants(x: ints, n: 3, passed: Recorder()), Worker().work(x: ints, n: 3),
    ]
  }
}
