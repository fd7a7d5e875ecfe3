import Nereid

@Kernel func operands(
  x: Pointer<Float>, half: Pointer<Float16>, ints: Pointer<Int32>, n: Scalar<Int32>,
  flag: Scalar<Bool>, @Constexpr block: Int
) {
  let i = arange(0, block)
  let value = load(x + i)
  let small = load(half + i)
  _ = value + i  // error: 15: cannot convert
  _ = value * small  // error: 15: cannot convert
  _ = i & value  // error: 11: cannot convert value of type 'Tile<Float>'
  _ = i + 1.5  // error: 9: operands of type 'Tile<Int32>' and 'Double'
  _ = x + value  // error: 9: operands of type 'Pointer<Float>' and 'Tile<Float>'
  _ = x * 2  // error: 9: cannot
  _ = exp(small)  // error: 7: requires that 'Float16' conform to 'WideFloatElement'
  _ = sqrt(i)  // error: 7: requires that 'Int32' conform to 'WideFloatElement'
  _ = !i  // error: 8: cannot convert value of type 'Tile<Int32>'
  _ = -flag  // error: 7: cannot be applied to an operand of type 'Scalar<Bool>'
  _ = ~value  // error: 7: cannot be applied to an operand of type 'Tile<Float>'
  _ = value && flag  // error: 7: cannot
  store(x + i, i)  // error: 16: cannot convert value of type 'Tile<Int32>'
  store(x + i, small)  // error: 16: cannot convert value of type 'Tile<Float16>'
  store(i, value)  // error: 9: cannot convert value of type 'Tile<Int32>'
  _ = load(x + i, mask: i)  // error: 25: cannot convert value of type 'Tile<Int32>'
  _ = dot(value, small)  // error: 18: cannot convert value of type 'Tile<Float16>'
  atomicAnd(x, 1)  // error: 3: requires that 'Float' conform to 'IntegerElement'
  _ = clamp(value, i, 1)  // error: 20: cannot convert value of type 'Tile<Int32>'
  _ = value.histogram(bins: 8)  // error: 13: requires that 'Float' conform to 'IntegerElement'
  _ = i.gather(value, axis: 0)  // error: 9: requires that 'Float' conform to 'IntegerElement'
  _ = clamp(i, 0, 1)  // error: 7: requires that 'Int32' conform to 'FloatElement'
  _ = value[..., 0]  // error: 18: cannot convert value of type 'Int'
}

@Kernel func hostValues(x: Pointer<Float>, n: Scalar<Int32>, @Constexpr block: Int) {
  _ = arange(0, n)  // error: 17: cannot convert value of type 'Scalar<Int32>'
  _ = zeros([n], Float.self)  // error: 14: cannot convert value of type 'Scalar<Int32>'
  _ = zeros([block], Float.self).sum(axis: n)  // error: 44: cannot convert value of type 'Scalar<Int32>'
  for _ in staticRange(0, n) {}  // error: 27: cannot convert value of type 'Scalar<Int32>'
  let size: Int = n  // error: 19: cannot convert value of type 'Scalar<Int32>'
  _ = programID(n)  // error: 17: cannot convert value of type 'Scalar<Int32>'
  staticAssert(n > 3)  // error: 18: requires that 'Scalar<Int32>' (aka 'Tile<Int32>') conform to 'BinaryInteger'
  if n { store(x, 1) }  // error: 6: a condition must be a Tile<Bool>; compare the tile with 0
  while n { store(x, 1) }  // error: 9: a condition must be a Tile<Bool>; compare the tile with 0
  let choice = n > 2 ? 1 : 2  // error: 20: both values must be tiles
  _ = choice + size
}

func host(x: Buffer<Float>) throws {
  try hostValues(x: x, n: 3.5, block: 8).launch(grid: 1)  // error: 27: cannot convert value of type 'Double'
  try hostValues(x: [1], n: 3).launch(grid: 1)  // error: 30: missing argument
  let wrong: Buffer<Int32> = [1]
  try hostValues(x: wrong, n: 3, block: 8).launch(grid: 1)  // error: 21: cannot convert value of type 'Buffer<Int32>'
}

// What a function changes beside a kernel, whichever way the device takes: Swift's own checks find it.
var globalCounter = 0  // error: 5: var 'globalCounter' is not concurrency-safe
final class Log { var lines = 0 }
let globalLog = Log()  // error: 5: let 'globalLog' is not concurrency-safe

func counted(_ x: Tile<Float>) -> Tile<Float> {
  globalCounter += 1
  globalLog.lines += 1
  return x + 1
}
