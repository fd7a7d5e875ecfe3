/// A place that holds an element, as a picture shows it.
struct LayoutPlace {
  /// What is written in the cell: `T5:R2`, or an offset.
  let label: String
  /// All the indices by name: "warp 0, lane 5, register 2".
  let explanation: String
  /// Cells of the same number, below 32, have the same hue: the lane, or the offset modulo 32.
  let hue: Int
  /// Cells of the same number have the same lightness: the warp.
  let shade: Int

  /// The place with these indices for the inputs of `layout`.
  init(indices: [Int], of layout: LinearLayout) {
    let named = zip(layout.inputs, indices).map { ($0.dimension, $1) }
    let index = { (name: Dimension) in named.first { $0.0 == name }?.1 }
    let block = index(.block).map { layout.inputSize(.block) > 1 ? "B\($0):" : "" } ?? ""
    if let offset = index(.offset) {
      label = block + String(offset)
      (hue, shade) = (offset % 32, 0)
    } else {
      let (lane, warp) = (index(.lane) ?? 0, index(.warp) ?? 0)
      let thread = warp * layout.inputSize(.lane) + lane
      label = block + "T\(thread):R\(index(.register) ?? 0)"
      (hue, shade) = (lane % 32, warp)
    }
    explanation = named.reversed().map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
