import KernelLanguage
import Kernels

extension BenchConfiguration {
  /// A thread holds at most so many elements of a row: with 32 warps enough for 131,072, the longest
  /// row that the command takes.
  private static let elementsPerThread = 128
  /// How many registers a multiprocessor has.
  private static let registerCount = 65536
  /// Elements of 16 bits in 16 bytes.
  private static let vector = 8

  /// What a user would try who tunes `kernel` for rows of `length` elements.
  static func candidates(
    for kernel: BenchKernel, length: Int, rows: Int, multiprocessors: Int
  ) -> [BenchConfiguration] {
    if kernel == .vectorAdd {
      return [4, 8].map { warps in
        let block = 256 * warps
        return BenchConfiguration(warps: warps, programs: (rows * length + block - 1) / block)
      }
    }
    // Whoever works on several rows reads the columns' numbers once for them, which counts where they
    // are most of what a program reads.
    let divides = length % vector != 0 || length > 16384
    return ofRowsAsOneTile(kernel, length: length, rows: rows, multiprocessors: multiprocessors)
      + (divides
        ? ofDividedRows(kernel, length: length, rows: rows, multiprocessors: multiprocessors) : [])
  }

  /// Rows as one tile: a program for each, also with so few registers that a multiprocessor has room
  /// for as many threads as two registers for each element allow, or programs that take rows in turn.
  private static func ofRowsAsOneTile(
    _ kernel: BenchKernel, length: Int, rows: Int, multiprocessors: Int
  ) -> [BenchConfiguration] {
    let block = nextPowerOf2(length)
    let warpCounts = [1, 2, 4, 8, 16, 32].filter {
      block / ($0 * 32) <= elementsPerThread && ($0 == 1 || block / ($0 * 32) >= 2)
    }
    let inTurn = [1, 2, 4, 8].map { $0 * multiprocessors }.filter { $0 < rows }
    return warpCounts.flatMap { warps in
      let perRow = BenchConfiguration(warps: warps, programs: rows)
      let taking = inTurn.map { BenchConfiguration(warps: warps, programs: $0) }
      let limit = 2 * block / (warps * 32)
      let isLimited = (32...128).contains(limit) && limit * 32 * warps <= registerCount
      let limited = isLimited ? [perRow.limited(to: limit)] : []
      if kernel == .softmax {
        return [perRow] + limited + taking + taking.map { $0.with(\.readsAhead) }
      }
      return [perRow, perRow.with(\.readsWeightsFirst)] + limited
        + taking.map { $0.with(\.isPersistent) }
    }
  }

  /// The kernels of rows that start anywhere: 16 or 32 bytes of a tile for each thread, a program for
  /// each row or for several, or programs that take rows in turn.
  private static func ofDividedRows(
    _ kernel: BenchKernel, length: Int, rows: Int, multiprocessors: Int
  ) -> [BenchConfiguration] {
    let inTurn = [2, 4, 8].map { $0 * multiprocessors }.filter { $0 < rows }
    return [2, 4, 8, 16, 32].flatMap { warps in
      let sizes = [1, 2].map { $0 * vector * 32 * warps }
      return sizes.filter { $0 < length && length / $0 <= 8 }.flatMap { size in
        let perRow = BenchConfiguration(warps: warps, programs: rows, tileSize: size)
        if kernel == .softmax {
          return [perRow]
            + inTurn.map {
              BenchConfiguration(warps: warps, programs: $0, tileSize: size, rowsAhead: 1)
            }
        }
        let several = [2, 4].map { count in
          BenchConfiguration(
            warps: warps,
            programs: programsOfUnalignedRows(
              rows, rowsPerProgram: count, element: BFloat16.self),
            tileSize: size, rowsPerProgram: count)
        }
        // Also so that two, three or four programs fit on a multiprocessor.
        let limits = [2, 3, 4].map { registerCount / (32 * warps * $0) & -8 }
        return ([perRow] + several).flatMap { configuration in
          [configuration]
            + limits.filter { (64...168).contains($0) }.map { configuration.limited(to: $0) }
        }
      }
    }
  }
}
