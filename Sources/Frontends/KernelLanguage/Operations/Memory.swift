import IR
import TileSemantics

/// Where a load looks for memory first, or a store leaves it.
///
/// Triton: `cache_modifier`
public typealias CacheModifier = IR.CacheModifier

/// How soon a cache gives up what was touched.
///
/// Triton: `eviction_policy`
public typealias EvictionPolicy = IR.EvictionPolicy

/// What lies where `pointer` leads: a scalar, or a tile for a tile of pointers.
///
/// - Parameters:
///   - mask: where memory is read; broadcast to the shape of the pointers. Elsewhere the result is
///     `other`, or undefined without it.
///   - other: broadcast to the shape of the pointers.
///   - cache: which caches are asked; `.ca`, `.cg` or `.cv`.
///   - eviction: whether caches give the memory up `.first` or `.last`.
///   - isVolatile: memory is read each time, even if nothing seems to have changed it.
///   - readsWholeVectors: a promise that the multiples of 16 bytes that elements lie in belong to the
///     same buffer as a whole. Then elements side by side are read 16 bytes at a time wherever they
///     start, and not one by one where they start at no multiple of that. The interpreter checks it.
///
/// Shapes that do not fit are reported, and so is memory that is `other` without a mask.
///
/// Triton: `tl.load`
public func load<Element>(
  _ pointer: Pointer<Element>, mask: Tile<Bool>? = nil, other: Tile<Element>? = nil,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal, isVolatile: Bool = false,
  readsWholeVectors: Bool = false
) -> Tile<Element> {
  Tile([pointer.operand, mask?.operand, other?.operand].compactMap { $0 }) {
    try $0.load(
      pointer.operand, mask: mask?.operand, other: other?.operand, cache: cache,
      eviction: eviction, isVolatile: isVolatile, readsWholeVectors: readsWholeVectors)
  }
}

/// What lies where `pointer` leads, and `other` where the mask is false.
///
/// Triton: `tl.load`
public func load<Element: NumericElement>(
  _ pointer: Pointer<Element>, mask: Tile<Bool>, other: Int,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal, isVolatile: Bool = false,
  readsWholeVectors: Bool = false
) -> Tile<Element> {
  Tile(pointer.operand, mask.operand) {
    try $0.load(
      pointer.operand, mask: mask.operand, other: $0.constant(other, Element.self),
      cache: cache, eviction: eviction, isVolatile: isVolatile,
      readsWholeVectors: readsWholeVectors)
  }
}

/// What lies where `pointer` leads, and the float nearest to `other` where the mask is false.
///
/// Triton: `tl.load`
public func load<Element: FloatElement>(
  _ pointer: Pointer<Element>, mask: Tile<Bool>, other: Double,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal, isVolatile: Bool = false,
  readsWholeVectors: Bool = false
) -> Tile<Element> {
  Tile(pointer.operand, mask.operand) {
    try $0.load(
      pointer.operand, mask: mask.operand, other: $0.constant(other, Element.self),
      cache: cache, eviction: eviction, isVolatile: isVolatile,
      readsWholeVectors: readsWholeVectors)
  }
}

/// Writes `value` where `pointer` leads.
///
/// - Parameters:
///   - value: broadcast to the shape of the pointers, which are not broadcast themselves.
///   - mask: where memory is written; broadcast.
///   - cache: how caches take it; `.wb`, `.cg`, `.cs` or `.wt`.
///   - eviction: whether caches give the memory up `.first` or `.last`.
///
/// Shapes that do not fit are reported.
///
/// Triton: `tl.store`
public func store<Element>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal
) {
  Trace.perform([pointer.operand, value.operand] + [mask?.operand].compactMap { $0 }) {
    try $0.store(
      pointer.operand, value.operand, mask: mask?.operand, cache: cache, eviction: eviction)
  }
}

/// Writes a number where `pointer` leads.
///
/// Triton: `tl.store`
public func store<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal
) {
  store(pointer, Tile(value), mask: mask, cache: cache, eviction: eviction)
}

/// Writes the float nearest to a number where `pointer` leads.
///
/// Triton: `tl.store`
public func store<Element: FloatElement>(
  _ pointer: Pointer<Element>, _ value: Double, mask: Tile<Bool>? = nil,
  cache: CacheModifier = .none, eviction: EvictionPolicy = .normal
) {
  store(pointer, Tile(value), mask: mask, cache: cache, eviction: eviction)
}
