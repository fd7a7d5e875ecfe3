import CMatrixProducts
import PTX

extension Block {
  /// `mma` of 16-bit floats whose sums have 32 bits, `m16n8k8` and `m16n8k16`, the products that
  /// kernels consist of. The same bits as `multiplyFloats` computes.
  @inline(__always)
  func multiplyHalves(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes, areBrainFloats: Bool
  ) {
    let places = lists + Int(instruction.extra)
    let placesA = places + shape.countD
    let (placesB, placesC) = (placesA + shape.countA, placesA + shape.countA + shape.countB)
    func bits(_ place: Int32) -> UnsafePointer<UInt16> {
      UnsafeRawPointer(lanes.registers + Int(place)).assumingMemoryBound(to: UInt16.self)
    }
    func floats(_ place: Int32) -> UnsafeMutablePointer<Float> {
      UnsafeMutableRawPointer(lanes.registers + Int(place)).assumingMemoryBound(to: Float.self)
    }
    // Of a depth of 8 there are half as many registers; the others are not looked at.
    let (lastA, lastB) = (shape.countA - 1, shape.countB - 1)
    var product = HalfProduct(
      a: (
        bits(placesA[0]), bits(placesA[1]), bits(placesA[min(2, lastA)]),
        bits(placesA[min(3, lastA)])
      ),
      b: (bits(placesB[0]), bits(placesB[lastB])),
      c: (
        UnsafePointer(floats(placesC[0])), UnsafePointer(floats(placesC[1])),
        UnsafePointer(floats(placesC[2])), UnsafePointer(floats(placesC[3]))
      ),
      d: (floats(places[0]), floats(places[1]), floats(places[2]), floats(places[3])))
    multiplyHalfMatrices(&product, Int32(shape.depth), areBrainFloats)
  }
}
