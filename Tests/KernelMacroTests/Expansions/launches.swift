@Kernel public func plain(_ x: Pointer<Float>, by factor: Scalar<Float>) { store(x, load(x) * factor) }

struct Model<W: FloatingTileElement> {
  @Kernel
  @available(macOS 15, *)
  package static func scale<A>(
    x: Pointer<W>, bias: Pointer<A>? = nil, n: Scalar<Int32>,
    @Constexpr block: Int = 64, @Constexpr _ mode: Mode = .plain
  ) -> Void where A: TileElement {
    store(x, n)
  }

  @Kernel func member(x: Pointer<W>) { store(x, 1) }
}
