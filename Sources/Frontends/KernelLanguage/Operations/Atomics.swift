import IR
import TileSemantics

/// Which accesses of other programs an atomic operation is ordered with.
///
/// Triton: `sem`
public typealias MemoryOrdering = IR.MemoryOrdering

/// Which programs see an atomic operation as one step.
///
/// Triton: `scope`
public typealias MemoryScope = IR.MemoryScope

/// Changing memory in one step. Each function returns what memory held before; where the mask is
/// false, that is undefined. Values and masks are broadcast to the shape of the pointers.
private func atomic<Element>(
  _ operation: TileBuilder.Atomic, _ pointer: Pointer<Element>, _ value: Tile<Element>,
  _ mask: Tile<Bool>?, _ ordering: MemoryOrdering, _ scope: MemoryScope
) -> Tile<Element> {
  Tile([pointer.operand, value.operand] + [mask?.operand].compactMap { $0 }) {
    try $0.atomic(
      operation, pointer.operand, value.operand, mask: mask?.operand, ordering: ordering,
      scope: scope)
  }
}

/// Adds `value` to memory.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_add`
@discardableResult
public func atomicAdd<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.add, pointer, value, mask, ordering, scope) }

/// Adds `value` to memory.
@discardableResult
public func atomicAdd<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.add, pointer, Tile(value), mask, ordering, scope) }

/// Puts the greater of memory and `value` into memory.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_max`
@discardableResult
public func atomicMax<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.max, pointer, value, mask, ordering, scope) }

/// Puts the greater of memory and `value` into memory.
@discardableResult
public func atomicMax<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.max, pointer, Tile(value), mask, ordering, scope) }

/// Puts the lesser of memory and `value` into memory.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_min`
@discardableResult
public func atomicMin<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.min, pointer, value, mask, ordering, scope) }

/// Puts the lesser of memory and `value` into memory.
@discardableResult
public func atomicMin<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.min, pointer, Tile(value), mask, ordering, scope) }

/// Keeps the bits of memory that `value` has too.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_and`
@discardableResult
public func atomicAnd<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.and, pointer, value, mask, ordering, scope) }

/// Keeps the bits of memory that `value` has too.
@discardableResult
public func atomicAnd<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.and, pointer, Tile(value), mask, ordering, scope) }

/// Adds the bits of `value` to those of memory.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_or`
@discardableResult
public func atomicOr<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.or, pointer, value, mask, ordering, scope) }

/// Adds the bits of `value` to those of memory.
@discardableResult
public func atomicOr<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.or, pointer, Tile(value), mask, ordering, scope) }

/// Inverts the bits of memory that `value` has.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_xor`
@discardableResult
public func atomicXor<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.xor, pointer, value, mask, ordering, scope) }

/// Inverts the bits of memory that `value` has.
@discardableResult
public func atomicXor<Element: IntegerElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.xor, pointer, Tile(value), mask, ordering, scope) }

/// Puts `value` into memory.
///
/// - Parameters:
///   - mask: where memory is changed.
///   - ordering: which other accesses this one is ordered with.
///   - scope: which programs see one step.
/// - Returns: what memory held before.
///
/// Elements that the device cannot change in one step are reported.
///
/// Triton: `tl.atomic_xchg`
@discardableResult
public func atomicExchange<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Tile<Element>, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.exchange, pointer, value, mask, ordering, scope) }

/// Puts `value` into memory.
@discardableResult
public func atomicExchange<Element: NumericElement>(
  _ pointer: Pointer<Element>, _ value: Int, mask: Tile<Bool>? = nil,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> { atomic(.exchange, pointer, Tile(value), mask, ordering, scope) }

/// Puts `value` into memory where it holds `expected`.
///
/// The elements must have 16, 32 or 64 bits.
///
/// - Returns: what memory held before.
///
/// Triton: `tl.atomic_cas`
@discardableResult
public func atomicCompareAndSwap<Element: NumericElement>(
  _ pointer: Pointer<Element>, expected: Tile<Element>, _ value: Tile<Element>,
  ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
) -> Tile<Element> {
  Tile(pointer.operand, expected.operand, value.operand) {
    try $0.atomicCompareAndSwap(
      pointer.operand, expected: expected.operand, value.operand, ordering: ordering, scope: scope)
  }
}
