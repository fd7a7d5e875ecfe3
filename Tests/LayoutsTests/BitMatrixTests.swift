import Layouts
import Testing

@Suite struct BitMatrixTests {
  @Test func appliesToAVector() {
    let matrix = BitMatrix(rowCount: 3, columns: [0b001, 0b011, 0b110])
    #expect(matrix(0) == 0)
    #expect(matrix(0b101) == 0b111)
    #expect(matrix(0b111) == 0b100)
  }

  @Test func identityAndZero() {
    let identity = BitMatrix.identity(64)
    #expect(identity(0xDEAD_BEEF_0123_4567) == 0xDEAD_BEEF_0123_4567)
    #expect(identity.inverse == identity)
    #expect(BitMatrix.zero(rowCount: 3, columnCount: 5).rank == 0)
    #expect(BitMatrix.zero(rowCount: 0, columnCount: 0).rank == 0)
  }

  @Test func productAppliesTheRightFactorFirst() {
    var random = RandomSource(seed: 1)
    for _ in 0..<200 {
      let (m, k, n) = (random.number(0...64), random.number(0...64), random.number(0...64))
      let first = BitMatrix(rowCount: m, columns: random.vectors(k, bits: m))
      let second = BitMatrix(rowCount: k, columns: random.vectors(n, bits: k))
      let vector = random.vectors(1, bits: n)[0]
      #expect((first * second)(vector) == first(second(vector)))
      #expect((first * second).transposed == second.transposed * first.transposed)
    }
  }

  @Test func rankAgreesWithTheNumberOfImages() {
    var random = RandomSource(seed: 2)
    for _ in 0..<100 {
      let (rows, columns) = (random.number(0...8), random.number(0...7))
      let matrix = BitMatrix(rowCount: rows, columns: random.vectors(columns, bits: rows))
      let vectors = 0..<UInt64(1 << columns)
      let images = Set(vectors.map { matrix($0) })
      #expect(1 << matrix.rank == images.count)
      #expect(matrix.transposed.rank == matrix.rank)
      #expect(matrix.isSurjective == (images.count == 1 << rows))
      #expect(matrix.isInjective == (images.count == 1 << columns))
      let kernel = matrix.kernel
      let zeros = Set(vectors.filter { matrix($0) == 0 })
      #expect(1 << kernel.count == zeros.count && kernel.allSatisfy(zeros.contains))
      for image in 0..<UInt64(1 << rows) {
        let solution = matrix.solution(of: image)
        #expect((solution != nil) == images.contains(image))
        if let solution { #expect(matrix(solution) == image) }
      }
    }
  }

  @Test func inverseUndoes() {
    var random = RandomSource(seed: 3)
    var inverses = 0
    for _ in 0..<200 {
      let size = random.number(0...64)
      let matrix = BitMatrix(rowCount: size, columns: random.vectors(size, bits: size))
      #expect((matrix.inverse != nil) == (matrix.rank == size))
      guard let inverse = matrix.inverse else { continue }
      inverses += 1
      #expect(matrix * inverse == .identity(size))
      #expect(inverse * matrix == .identity(size))
    }
    #expect(inverses > 20)
    #expect(BitMatrix(rowCount: 2, columns: [1]).inverse == nil)
  }

  @Test func pseudoInverseFindsPreimages() {
    var random = RandomSource(seed: 4)
    for _ in 0..<200 {
      let (rows, columns) = (random.number(0...10), random.number(0...10))
      let matrix = BitMatrix(rowCount: rows, columns: random.vectors(columns, bits: rows))
      let pseudoInverse = matrix.pseudoInverse
      #expect(matrix * pseudoInverse * matrix == matrix)
      if matrix.isSurjective { #expect(matrix * pseudoInverse == .identity(rows)) }
      if matrix.isInjective { #expect(pseudoInverse * matrix == .identity(columns)) }
    }
  }

  @Test func printsRows() {
    #expect(BitMatrix(rowCount: 2, columns: [1, 3, 0]).description == "1 1 0\n0 1 0")
  }
}
