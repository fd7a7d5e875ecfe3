import SwiftSyntax

/// The local names that are visible at a point of a kernel, innermost last, and which of them are
/// variables that a staged statement may have to carry.
struct VisibleVariables {
  private struct Name {
    let text: String
    let isMutable: Bool
    /// It may be `inout`, which nothing says at the closure.
    var isClosureParameter = false
    /// It is a constant that may lead to an object.
    var leadsToObjects = false
    /// What using the name uses as well: a local function that changes a variable of the kernel.
    let mentions: Set<String>
  }

  private var scopes: [[Name]] = [[]]

  /// Opens a scope inside the current one.
  mutating func enterScope() { scopes.append([]) }

  /// Closes the innermost scope and forgets its names.
  mutating func leaveScope() { scopes.removeLast() }

  /// Makes `name` visible from here to the end of the innermost scope.
  mutating func declare(
    _ name: String, isMutable: Bool, leadsToObjects: Bool = false, mentions: Set<String> = []
  ) {
    scopes[scopes.count - 1].append(
      Name(
        text: name, isMutable: isMutable, leadsToObjects: leadsToObjects && !isMutable,
        mentions: mentions))
  }

  /// Makes `name` visible, a parameter of a closure.
  mutating func declareClosureParameter(_ name: String) {
    scopes[scopes.count - 1].append(
      Name(text: name, isMutable: false, isClosureParameter: true, mentions: []))
  }

  /// `name` means a parameter of a closure.
  func isClosureParameter(_ name: String) -> Bool { innermost(name)?.isClosureParameter ?? false }

  /// `name` is declared in the kernel, outside of types.
  func isDeclared(_ name: String) -> Bool { innermost(name) != nil }

  /// `name` means a constant of the kernel.
  func isConstant(_ name: String) -> Bool { innermost(name).map { !$0.isMutable } ?? false }

  /// `name` means a constant that may lead to an object.
  func leadsToObjects(_ name: String) -> Bool { innermost(name)?.leadsToObjects ?? false }

  /// Makes the names that `pattern` binds visible; those under a `var` are mutable, the others only
  /// if `isMutable`.
  mutating func declare(
    _ pattern: some SyntaxProtocol, isMutable: Bool, leadsToObjects: Bool = false,
    mentions: Set<String> = []
  ) {
    if let binding = pattern.as(ValueBindingPatternSyntax.self) {
      let isVariable = binding.bindingSpecifier.tokenKind == .keyword(.var)
      declare(
        binding.pattern, isMutable: isVariable, leadsToObjects: leadsToObjects, mentions: mentions)
    } else if let identifier = pattern.as(IdentifierPatternSyntax.self) {
      declare(
        identifier.identifier.text, isMutable: isMutable, leadsToObjects: leadsToObjects,
        mentions: mentions)
    } else {
      for child in pattern.children(viewMode: .sourceAccurate) {
        declare(
          child, isMutable: isMutable, leadsToObjects: leadsToObjects, mentions: mentions)
      }
    }
  }

  /// The visible variables that `names` use directly or through local functions, outermost first.
  ///
  /// A name that is redeclared counts as its innermost declaration.
  func variables(mentionedBy names: Set<String>) -> [String] {
    self.names(mentionedBy: names) { $0.isMutable }
  }

  /// The visible constants that may lead to objects and that `names` use, as for variables.
  func constantsWithObjects(mentionedBy names: Set<String>) -> [String] {
    self.names(mentionedBy: names) { $0.leadsToObjects }
  }

  private func names(mentionedBy names: Set<String>, where isWanted: (Name) -> Bool) -> [String] {
    var all = names
    var unread = Array(names)
    while let name = unread.popLast() {
      for mention in innermost(name)?.mentions ?? [] where all.insert(mention).inserted {
        unread.append(mention)
      }
    }
    var seen: Set<String> = []
    var wanted: [String] = []
    for name in scopes.joined().reversed() where all.contains(name.text) {
      if seen.insert(name.text).inserted, isWanted(name) { wanted.append(name.text) }
    }
    return wanted.reversed()
  }

  private func innermost(_ text: String) -> Name? {
    for scope in scopes.reversed() {
      if let name = scope.last(where: { $0.text == text }) { return name }
    }
    return nil
  }
}

extension SyntaxProtocol {
  /// Every identifier that occurs in the node.
  var identifiers: Set<String> {
    var names: Set<String> = []
    for token in tokens(viewMode: .sourceAccurate) {
      if case .identifier(let name) = token.tokenKind { names.insert(name) }
    }
    return names
  }
}
