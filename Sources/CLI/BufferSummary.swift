import Arithmetic
import IR

/// What a buffer holds, in a few numbers.
struct BufferSummary: Encodable {
  var name: String
  var type: String
  var count: Int
  var minimum: Double
  var maximum: Double
  var mean: Double
  /// The first few elements.
  var first: [Double]

  private static let shownCount = 6

  init(name: String, type: ScalarType, bytes: [UInt8]) {
    self.name = name
    self.type = type.name
    let width = type.byteWidth
    count = bytes.count / width
    var (low, high, sum) = (Double.infinity, -Double.infinity, 0.0)
    first = []
    for index in 0..<count {
      let bits = (0..<width).reduce(UInt64(0)) {
        $0 | UInt64(bytes[index * width + $1]) << UInt64(8 * $1)
      }
      let value =
        type.floatFormat?.decode(bits) ?? Double(bits.signExtended(from: max(2, type.bitWidth)))
      low = min(low, value)
      high = max(high, value)
      sum += value
      if index < Self.shownCount { first.append(value) }
    }
    minimum = count == 0 ? 0 : low
    maximum = count == 0 ? 0 : high
    mean = count == 0 ? 0 : sum / Double(count)
  }
}
