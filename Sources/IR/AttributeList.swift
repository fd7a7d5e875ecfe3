/// Named attributes, ordered by name so that equal lists compare and print equal.
public struct AttributeList: Hashable, Sendable {
  public private(set) var entries: [Entry] = []

  public struct Entry: Hashable, Sendable {
    public let name: String
    public var value: Attribute
  }

  public static let empty = AttributeList()

  public init() {}

  public init(_ pairs: KeyValuePairs<String, Attribute?>) {
    for (name, value) in pairs { self[name] = value }
  }

  public var isEmpty: Bool { entries.isEmpty }

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
  public init(dictionaryLiteral elements: (String, Attribute?)...) {
    for (name, value) in elements { self[name] = value }
  }
}
