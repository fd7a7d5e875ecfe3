/// Named attributes, ordered by name so that equal lists compare and print equal.
public struct AttributeList: Hashable, Sendable {
  /// The attributes by name.
  public private(set) var entries: [Entry] = []

  /// One attribute and what it is called.
  public struct Entry: Hashable, Sendable {
    /// What the attribute is called.
    public let name: String
    /// The attribute itself.
    public var value: Attribute
  }

  /// A list without attributes.
  public static let empty = AttributeList()

  /// A list without attributes.
  public init() {}

  /// The attributes that are not `nil`.
  public init(_ pairs: KeyValuePairs<String, Attribute?>) {
    for (name, value) in pairs { self[name] = value }
  }

  /// There are no attributes.
  public var isEmpty: Bool { entries.isEmpty }

  /// The attribute called `name`; `nil` removes it.
  public subscript(name: String) -> Attribute? {
    get { entries.first { $0.name == name }?.value }
    set {
      let index = entries.firstIndex { $0.name >= name } ?? entries.count
      let isThere = index < entries.count && entries[index].name == name
      switch (newValue, isThere) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(name: name, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }
}

extension AttributeList: ExpressibleByDictionaryLiteral {
  /// The attributes that are not `nil`.
  public init(dictionaryLiteral elements: (String, Attribute?)...) {
    for (name, value) in elements { self[name] = value }
  }
}
