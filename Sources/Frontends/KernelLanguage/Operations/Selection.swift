import TileSemantics

/// The elements of `first` where the condition holds, and of `second` elsewhere. Both are computed.
/// Shapes are broadcast.
///
/// Triton: `tl.where`
public func select<Element>(
  _ condition: Tile<Bool>, _ first: Tile<Element>, _ second: Tile<Element>
) -> Tile<Element> {
  Tile(condition.operand, first.operand, second.operand) {
    try $0.select(condition.operand, first.operand, second.operand)
  }
}

/// The addresses of `first` where the condition holds, and of `second` elsewhere.
public func select<Pointee>(
  _ condition: Tile<Bool>, _ first: Pointer<Pointee>, _ second: Pointer<Pointee>
) -> Pointer<Pointee> {
  Pointer(
    Trace.emit([condition.operand, first.operand, second.operand]) {
      try $0.select(condition.operand, first.operand, second.operand)
    })
}

/// The elements of `first` where the condition holds, and of `second` elsewhere.
public func select<Element: NumericElement>(
  _ condition: Tile<Bool>, _ first: Tile<Element>, _ second: Int
) -> Tile<Element> { select(condition, first, Tile(second)) }

/// The elements of `first` where the condition holds, and of `second` elsewhere.
public func select<Element: NumericElement>(
  _ condition: Tile<Bool>, _ first: Int, _ second: Tile<Element>
) -> Tile<Element> { select(condition, Tile(first), second) }

/// The elements of `first` where the condition holds, and of `second` elsewhere.
public func select<Element: FloatElement>(
  _ condition: Tile<Bool>, _ first: Tile<Element>, _ second: Double
) -> Tile<Element> { select(condition, first, Tile(second)) }

/// The elements of `first` where the condition holds, and of `second` elsewhere.
public func select<Element: FloatElement>(
  _ condition: Tile<Bool>, _ first: Double, _ second: Tile<Element>
) -> Tile<Element> { select(condition, Tile(first), second) }
