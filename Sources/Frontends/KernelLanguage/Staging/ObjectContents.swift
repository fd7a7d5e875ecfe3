/// What the properties of every object that a value leads to hold at some point.
///
/// Giving a variable its value back does not give an object back what it held, so a region of the
/// device must not change any object that its variables lead to: through structs, tuples, enums and
/// collections, and through other objects.
struct ObjectContents {
  private var objects: [ObjectIdentifier: [Mirror.Child]] = [:]

  /// How many values are looked at, so that a large structure does not slow every statement down.
  /// Objects behind them are not seen.
  private static let maximumVisits = 10_000

  /// What the objects hold now that `root` leads to.
  init<Root>(_ root: Root) {
    // Most variables are tiles, for which this is all that happens.
    if isFreeOfObjects(Root.self) { return }
    var pending: [Any] = [root]
    var visits = 0
    while let value = pending.popLast(), visits < Self.maximumVisits {
      visits += 1
      if isFreeOfObjects(type(of: value)) { continue }
      let mirror = Mirror(reflecting: value)
      guard type(of: value) is AnyClass else {
        pending += mirror.children.map(\.value)
        continue
      }
      let id = ObjectIdentifier(value as AnyObject)
      guard objects[id] == nil else { continue }
      let properties = mirror.withInherited
      objects[id] = properties
      pending += properties.map(\.value)
    }
  }

  /// Whether an object that is in both is not what it was in `other`.
  func differ(from other: ObjectContents) -> Bool { !changes(since: other).isEmpty }

  /// The objects that are in both and are not what they were in `other`.
  func changes(since other: ObjectContents) -> Set<ObjectIdentifier> {
    Set(
      objects.compactMap { id, properties in
        guard let before = other.objects[id] else { return nil }
        return Self.areEqual(before, properties) ? nil : id
      })
  }

  private static func areEqual(_ before: [Mirror.Child], _ after: [Mirror.Child]) -> Bool {
    before.count == after.count
      && zip(before, after).allSatisfy { one, other in
        // A lazy property gets its value by being read.
        let isLazy = one.label?.hasPrefix("$__lazy_storage_$_") == true
        return isLazy && HostComparison.isNil(one.value)
          || HostComparison.areEqual(one.value, other.value)
      }
  }
}

extension Mirror {
  /// The children, those of superclasses first.
  fileprivate var withInherited: [Child] { (superclassMirror?.withInherited ?? []) + children }
}

// MARK: - Types without objects

/// A type whose values lead to no object that a kernel could change, or only to those of its parts.
protocol PossiblyFreeOfObjects {
  /// The types of the parts that decide.
  static var partTypes: [Any.Type] { get }
}

/// Whether the values of `type` are known to lead to no object that a kernel could change.
private func isFreeOfObjects(_ type: Any.Type) -> Bool {
  if type is any TracedLeaf.Type || type is any BinaryInteger.Type { return true }
  if let type = type as? any PossiblyFreeOfObjects.Type {
    return type.partTypes.allSatisfy(isFreeOfObjects)
  }
  return type is any BinaryFloatingPoint.Type || type is any StringProtocol.Type
}

extension Bool: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [] } }
extension StagedBool: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [] } }
extension Array: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [Element.self] } }
extension ArraySlice: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [Element.self] } }
extension Set: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [Element.self] } }
extension Optional: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [Wrapped.self] } }
extension Range: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [Bound.self] } }

extension Dictionary: PossiblyFreeOfObjects {
  static var partTypes: [Any.Type] { [Key.self, Value.self] }
}

/// Memory, which a kernel being traced cannot reach.
extension Buffer: PossiblyFreeOfObjects { static var partTypes: [Any.Type] { [] } }
