extension LinearLayout {
  /// The tile of a cluster of blocks, each of which holds a part of it in this layout.
  ///
  /// The parts lie side by side as a box of `split` parts, numbered along axis `order[0]` first. If
  /// there are more blocks than parts in an axis, several blocks hold the same part. In Triton's
  /// words `perCluster` is `CTAsPerCGA`, `split` is `CTASplitNum` and `order` is `CTAOrder`.
  ///
  /// - Requires: this layout has no blocks yet; `split` divides `perCluster` in each axis.
  public func spread(overBlocks perCluster: [Int], split: [Int], order: [Int]) -> LinearLayout {
    precondition(inputs.bits(of: .block) == nil, "the layout is spread over blocks already")
    let parts = LinearLayout.box(perCluster, order: order, from: .block)
    return self * split.indices.reduce(parts) { $0.resized(output: .axis($1), to: split[$1]) }
  }
}
