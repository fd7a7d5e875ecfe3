/// A matrix over GF(2), the field of two elements, of at most 64 rows and 64 columns.
///
/// Addition is exclusive or. A vector is a `UInt64` whose bit *i* is its component *i*, and the
/// matrix is its columns: column *j* is the image of the vector whose only component is *j*.
public struct BitMatrix: Hashable, Sendable {
  /// How many components a column has.
  public let rowCount: Int
  /// The columns; bits from `rowCount` on are clear.
  public let columns: [UInt64]

  /// How many components a vector has that the matrix applies to.
  public var columnCount: Int { columns.count }

  /// The matrix of these columns.
  ///
  /// - Requires: `rowCount` in 0...64, at most 64 columns, and no bit at or above `rowCount`.
  public init(rowCount: Int, columns: [UInt64]) {
    precondition((0...64).contains(rowCount), "a bit matrix has at most 64 rows")
    precondition(columns.count <= 64, "a bit matrix has at most 64 columns")
    let outside = ~UInt64.lowBits(rowCount)
    for column in columns {
      precondition(column & outside == 0, "a column has a bit outside the matrix")
    }
    (self.rowCount, self.columns) = (rowCount, columns)
  }

  /// The matrix that maps every vector of `size` components to itself.
  public static func identity(_ size: Int) -> BitMatrix {
    BitMatrix(rowCount: size, columns: (0..<size).map { 1 << UInt64($0) })
  }

  /// The matrix that maps everything to zero.
  public static func zero(rowCount: Int, columnCount: Int) -> BitMatrix {
    BitMatrix(rowCount: rowCount, columns: Array(repeating: 0, count: columnCount))
  }

  /// The image of `vector`: the sum of the columns that its bits select.
  ///
  /// - Requires: `vector` has no bit at or above `columnCount`.
  public func callAsFunction(_ vector: UInt64) -> UInt64 {
    precondition(
      vector & ~UInt64.lowBits(columnCount) == 0, "a vector has more components than columns")
    var rest = vector
    var image: UInt64 = 0
    while rest != 0 {
      image ^= columns[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return image
  }

  /// The matrix that applies `rhs`, then `lhs`.
  ///
  /// - Requires: `rhs.rowCount == lhs.columnCount`.
  public static func * (lhs: BitMatrix, rhs: BitMatrix) -> BitMatrix {
    precondition(rhs.rowCount == lhs.columnCount, "the factors of a product do not match")
    return BitMatrix(rowCount: lhs.rowCount, columns: rhs.columns.map { lhs($0) })
  }

  /// The matrix whose rows are the columns of this one.
  public var transposed: BitMatrix {
    let rows = (0..<rowCount).map { row in
      columns.indices.reduce(UInt64(0)) { $0 | (columns[$1] >> UInt64(row) & 1) << UInt64($1) }
    }
    return BitMatrix(rowCount: columnCount, columns: rows)
  }
}

extension BitMatrix: CustomStringConvertible {
  /// One line of zeros and ones for each row, row 0 first.
  public var description: String {
    (0..<rowCount).map { row in
      columns.map { $0 >> UInt64(row) & 1 == 1 ? "1" : "0" }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
