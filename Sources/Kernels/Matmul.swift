import KernelLanguage

/// The product of two matrices: `c = a · b`, with `a` of `m` rows and `k` columns and `b` of `k` rows
/// and `n` columns. Sizes need not be multiples of the blocks.
///
/// Each program computes a block of `c`; launch `cdiv(m, blockM) * cdiv(n, blockN)` programs. Blocks
/// are taken in groups of `groupM` rows of blocks, so that programs that run together share what
/// they read. The products are summed in the type that `dot` sums them in.
@Kernel
public func matmul<Element: DotElement>(
  a: Pointer<Element>, b: Pointer<Element>, c: Pointer<Element>, m: Scalar<Int32>,
  n: Scalar<Int32>, k: Scalar<Int32>, aRowStride: Scalar<Int32>, bRowStride: Scalar<Int32>,
  cRowStride: Scalar<Int32>, @Constexpr blockM: Int = 64, @Constexpr blockN: Int = 64,
  @Constexpr blockK: Int = 32, @Constexpr groupM: Int = 8,
  @Constexpr precision: DotPrecision = .ieee
) {
  let (row, column) = blockOfProgram(m: m, n: n, blockM: blockM, blockN: blockN, groupM: groupM)
  let rows = row * blockM + arange(0, blockM)
  let columns = column * blockN + arange(0, blockN)
  let inner = arange(0, blockK)

  var aPointers = a + (rows[..., nil] * aRowStride + inner[nil, ...])
  var bPointers = b + (inner[..., nil] * bRowStride + columns[nil, ...])
  var sum = zeros([blockM, blockN], Element.DotResult.self)
  for start in range(0, k, step: blockK) {
    let rest = k - start
    let aMask = rows[..., nil] < m && inner[nil, ...] < rest
    let bMask = inner[..., nil] < rest && columns[nil, ...] < n
    let x = load(aPointers, mask: aMask, other: 0)
    let y = load(bPointers, mask: bMask, other: 0)
    sum = dot(x, y, accumulator: sum, precision: precision)
    aPointers += blockK
    bPointers += bRowStride * blockK
  }

  let target = c + (rows[..., nil] * cRowStride + columns[nil, ...])
  let mask = rows[..., nil] < m && columns[nil, ...] < n
  store(target, sum.to(Element.self), mask: mask)
}

/// Which block of the result this program computes.
@Device
private func blockOfProgram(
  m: Scalar<Int32>, n: Scalar<Int32>, blockM: Int, blockN: Int, groupM: Int
) -> (row: Scalar<Int32>, column: Scalar<Int32>) {
  let program = programID(0)
  let blockRows = cdiv(m, blockM)
  let blockColumns = cdiv(n, blockN)
  let inGroup = blockColumns * groupM
  let firstRow = program / inGroup * groupM
  let height = min(blockRows - firstRow, groupM)
  let place = program % inGroup
  return (firstRow + place % height, place / height)
}
