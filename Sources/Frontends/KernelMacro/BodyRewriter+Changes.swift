import SwiftSyntax

/// Changes that the device cannot follow.
///
/// The staging gives a variable back the value that it had before a region ran, and carries what the
/// region makes of it. It knows the variables that are declared in the kernel and no other place: a
/// global, a property of an object or a closure's parameter would keep what a region did to it,
/// whether or not the device takes that way. Such changes are refused as far as syntax shows them.
extension BodyRewriter {
  /// Whether some of `frames` may run on the device.
  func isStaged(_ frames: [Frame]) -> Bool {
    frames.dropFirst().contains { $0.stagedLabel != nil }
  }

  /// Refuses to assign to `target` where the device decides whether that happens, unless `target` is
  /// a variable of the kernel or a part of one.
  func refuseStagedChange(of target: ExprSyntax) {
    let isStagedHere = isStaged(frames)
    guard isStagedHere || function.standsInRegion || function.isCalledInRegions else { return }
    if let tuple = target.as(TupleExprSyntax.self) {
      for element in tuple.elements { refuseStagedChange(of: element.expression) }
      return
    }
    guard let place = target.changedPlace else { return }
    guard let name = place.name else {
      return diagnose(.changeOutside(target.trimmedDescription), at: target)
    }
    if name.hasPrefix("$") || variables.isClosureParameter(name) {
      if isStagedHere { diagnose(.stagedChangeOfClosureParameter(name), at: target) }
    } else if !variables.isDeclared(name) {
      if !changesSelf { diagnose(.changeOutside(target.trimmedDescription), at: target) }
    } else if isStagedHere, place.isPart, variables.isConstant(name) {
      diagnose(.changeThroughConstant(target.trimmedDescription, name), at: target)
    }
  }

  /// Refuses a method call that may change a closure's parameter, or that changes a collection
  /// outside of the kernel, where the device decides whether that happens.
  func refuseStagedMutation(by call: FunctionCallExprSyntax) {
    guard let member = call.calledExpression.as(MemberAccessExprSyntax.self),
      let base = member.base, let name = base.changedPlace?.name
    else { return }
    let method = member.declName.baseName.text
    let isMutating = Self.mutatingMethods.contains(method)
    if name.hasPrefix("$") || variables.isClosureParameter(name) {
      let isStatement = call.parent?.is(CodeBlockItemSyntax.self) == true
      let isSuspicious = isStatement && !Self.storingMethods.contains(method)
      if isStaged(frames), isMutating || isSuspicious {
        diagnose(.stagedMethodOfClosureParameter(name, method), at: call)
      }
    } else if isMutating, !variables.isDeclared(name), !changesSelf,
      isStaged(frames) || function.standsInRegion
    {
      diagnose(.changeOutside(base.trimmedDescription), at: call)
    }
  }

  /// The methods of Swift's collections and truth values that change what they are called on.
  private static let mutatingMethods: Set<String> = [
    "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "removeSubrange",
    "removeValue", "popFirst", "popLast", "replaceSubrange", "swapAt", "toggle", "updateValue",
    "formUnion", "formIntersection", "formSymmetricDifference",
  ]

  /// The methods of the kernel language that stand as statements and change only memory.
  private static let storingMethods: Set<String> = ["store", "scatter", "reduce"]
}

extension ExprSyntax {
  /// The place that assigning to this expression changes; nil if it is none that syntax shows.
  fileprivate var changedPlace: ChangedPlace? {
    if let name = self.as(DeclReferenceExprSyntax.self) {
      return ChangedPlace(name: name.baseName.text, isPart: false)
    }
    if let member = self.as(MemberAccessExprSyntax.self) { return member.base?.changedPlace?.part }
    if let element = self.as(SubscriptCallExprSyntax.self) {
      return element.calledExpression.changedPlace?.part
    }
    if let chain = self.as(OptionalChainingExprSyntax.self) { return chain.expression.changedPlace }
    if let value = self.as(ForceUnwrapExprSyntax.self) { return value.expression.changedPlace }
    // What a call returns is a value, unless it is an object.
    if self.is(FunctionCallExprSyntax.self) { return ChangedPlace(name: nil, isPart: false) }
    return nil
  }
}

/// What an assignment changes.
private struct ChangedPlace {
  /// The name that the place begins with; nil if it is an object without one.
  let name: String?
  /// Whether a property or an element is changed, not the named variable itself.
  let isPart: Bool

  /// A property or an element of this place.
  var part: ChangedPlace { ChangedPlace(name: name, isPart: true) }
}
