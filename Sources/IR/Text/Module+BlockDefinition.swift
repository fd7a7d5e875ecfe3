import Support

// A block can be named before it is defined; it gets its place in its region when it is.

extension Module {
  /// A block of `region` that has no place in it yet.
  mutating func declareBlock(in region: RegionID) -> BlockID {
    blocks.append(BlockRecord(region: region, firstParameter: 0, parameterCount: 0))
  }

  /// Puts a declared block behind the other blocks of its region.
  mutating func defineBlock(_ block: BlockID, parameters: [Type]) {
    let region = blocks[block].region
    blocks[block].firstParameter = UInt32(blockParameters.count)
    blocks[block].parameterCount = UInt32(parameters.count)
    for type in parameters {
      blockParameters.append(
        values.append(ValueRecord(type: type, definition: .parameter(of: block))))
    }
    let last = regions[region].lastBlock
    blocks[block].previous = last
    if let last { blocks[last].next = block } else { regions[region].firstBlock = block }
    regions[region].lastBlock = block
  }
}
