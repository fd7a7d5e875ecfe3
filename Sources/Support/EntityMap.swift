/// A dense number naming one entity of an arena: an op, a value, a block.
///
/// Ids are plain integers: they say which entity is meant, and give no access to it. To read or
/// change the entity one needs the arena as well, so ownership stays with the arena.
public protocol EntityID: Hashable, Sendable, BitwiseCopyable, Comparable, CustomStringConvertible {
  var index: UInt32 { get }
  init(index: UInt32)
}

extension EntityID {
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
  public var description: String { "\(Self.self)(\(index))" }
}

/// The entities of one kind, stored side by side and named by their ids.
public struct EntityMap<ID: EntityID, Element> {
  @usableFromInline var elements: [Element] = []

  /// A map without entries.
  public init() {}

  /// How many entities there are.
  @inlinable public var count: Int { elements.count }

  /// The id that the next appended element will get.
  @inlinable public var nextID: ID { ID(index: UInt32(elements.count)) }

  /// Adds `element` and returns its id.
  @inlinable @discardableResult
  public mutating func append(_ element: Element) -> ID {
    elements.append(element)
    return ID(index: UInt32(elements.count - 1))
  }

  /// The entity that `id` names.
  @inlinable public subscript(id: ID) -> Element {
    _read { yield elements[Int(id.index)] }
    _modify { yield &elements[Int(id.index)] }
  }

  /// All ids, in the order of their creation.
  @inlinable public var ids: EntityRange<ID> {
    EntityRange(from: ID(index: 0), count: elements.count)
  }
}

extension EntityMap: Sendable where Element: Sendable {}

/// Consecutive ids, such as the results of an op. Costs no allocation.
public struct EntityRange<ID: EntityID>: RandomAccessCollection, Sendable, Hashable {
  /// The index of the first id.
  public let startIndex: Int
  /// One more than the index of the last id.
  public let endIndex: Int

  /// The `count` ids from `first` on.
  @inlinable public init(from first: ID, count: Int) {
    startIndex = Int(first.index)
    endIndex = startIndex + count
  }

  /// The id with index `position`.
  @inlinable public subscript(position: Int) -> ID { ID(index: UInt32(position)) }

  /// The id at `offset` from the first one.
  @inlinable public func id(at offset: Int) -> ID {
    precondition(offset >= 0 && offset < count, "offset is outside the range of ids")
    return ID(index: UInt32(startIndex + offset))
  }
}

/// Facts about some entities of an arena, kept beside it.
public struct SecondaryMap<ID: EntityID, Fact> {
  @usableFromInline var facts: [Fact?] = []

  /// A map without entries.
  public init() {}

  /// What is known of the entity that `id` names.
  @inlinable public subscript(id: ID) -> Fact? {
    get { Int(id.index) < facts.count ? facts[Int(id.index)] : nil }
    set {
      let index = Int(id.index)
      if index >= facts.count {
        if newValue == nil { return }
        facts.append(contentsOf: repeatElement(nil, count: index + 1 - facts.count))
      }
      facts[index] = newValue
    }
  }
}

extension SecondaryMap: Sendable where Fact: Sendable {}
