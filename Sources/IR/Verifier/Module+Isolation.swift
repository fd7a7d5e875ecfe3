extension Module {
  /// Whether the region of `block` sees no values from outside.
  ///
  /// A partition of a `ttg.warp_specialize` runs on warps of its own and sees only what it takes.
  func isIsolated(_ block: BlockID) -> Bool {
    let parent = parent(of: block)
    return traits(of: parent).contains(.isolated)
      || (opcode(of: parent) == .warpSpecialize && position(ofRegionWith: block) > 0)
  }

  /// The position of the region of `block` among those of the operation that it belongs to.
  func position(ofRegionWith block: BlockID) -> Int {
    let region = region(of: block)
    return Int(region.index) - Int(regions(of: parent(of: region)).id(at: 0).index)
  }
}
