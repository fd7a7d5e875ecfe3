import SwiftSyntax

/// The parameters `$0`, `$1`, … of a closure, where they need names.
///
/// Control flow and choices put parts of a closure into closures of their own, in which `$0` would
/// mean something else: `{ $0 > $1 ? $0 : $1 }` becomes `{ _0, _1 in …_0 > _1… }`. The names are as
/// long as what they replace, so that columns stay what they are.
struct AnonymousParameters {
  private let count: Int
  private let prefix: String

  /// The parameters of `closure`; nil if it uses none or can do without names.
  init?(of closure: ClosureExprSyntax) {
    guard closure.signature == nil else { return nil }
    let uses = AnonymousUses(in: closure.statements)
    guard uses.isNested, let last = uses.tokens.compactMap(\.parameterIndex).max() else {
      return nil
    }
    count = last + 1
    let short = Set((0...last).map { "_\($0)" })
    prefix = short.isDisjoint(with: closure.identifiers) ? "_" : "__parameter"
  }

  /// What has to stand behind the closure's opening brace.
  var signature: String { " " + (0..<count).map(name).joined(separator: ", ") + " in" }

  /// The parameter with `index`.
  func name(_ index: Int) -> String { "\(prefix)\(index)" }
}

/// Finds `$0`, `$1`, … of a closure, without those of closures inside it.
final class AnonymousUses: SyntaxVisitor {
  /// Where the parameters are used.
  private(set) var tokens: [TokenSyntax] = []
  /// Whether something is rewritten so that it lies in a closure.
  private(set) var isNested = false

  /// Searches `node`.
  init(in node: some SyntaxProtocol) {
    super.init(viewMode: .sourceAccurate)
    walk(node)
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if token.parameterIndex != nil { tokens.append(token) }
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visitPost(_ node: TernaryExprSyntax) { isNested = true }
  override func visitPost(_ node: IfExprSyntax) { isNested = true }
  override func visitPost(_ node: GuardStmtSyntax) { isNested = true }
  override func visitPost(_ node: WhileStmtSyntax) { isNested = true }
  override func visitPost(_ node: RepeatStmtSyntax) { isNested = true }
  override func visitPost(_ node: ForStmtSyntax) { isNested = true }
}

extension TokenSyntax {
  /// The number behind the dollar, if this is `$0`, `$1`, ….
  var parameterIndex: Int? {
    guard case .dollarIdentifier(let text) = tokenKind else { return nil }
    return Int(text.dropFirst())
  }
}
