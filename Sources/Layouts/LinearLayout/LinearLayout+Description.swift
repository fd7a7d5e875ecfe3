extension LinearLayout: CustomStringConvertible {
  /// A line for each input with the image of each of its bits, then the outputs and their sizes.
  ///
  ///     register: 1 -> (0, 1), 2 -> (8, 0)
  ///     lane: 1 -> (0, 2), 2 -> (0, 4)
  ///     warp: of size 1
  ///     to dim0 of size 16, dim1 of size 8
  public var description: String {
    let lines = inputs.map { input in
      let images = (0..<input.bitCount).map { bit in
        let vector = basis(of: input.dimension, bit: bit).map(String.init)
        return "\(1 << bit) -> (\(vector.joined(separator: ", ")))"
      }
      return "\(input.dimension): "
        + (images.isEmpty ? "of size 1" : images.joined(separator: ", "))
    }
    let sizes = outputs.map { "\($0.dimension) of size \($0.size)" }
    let outputs = sizes.isEmpty ? "nothing" : sizes.joined(separator: ", ")
    return (lines + ["to " + outputs]).joined(separator: "\n")
  }
}
