import IR
import Support
import TileSemantics

/// The variables that a loop of the device may change, and which of their parts it carries.
struct CarriedVariables {
  private let variables: [Variable]
  private let before: [any SavedVariable]
  /// For each variable, which of its parts are values that a loop can carry.
  private let isCarried: [[Bool]]

  /// - Parameter unchanged: for each variable, the parts that a rehearsal did not change.
  init(_ variables: [Variable], unchanged: [[Bool]]? = nil) {
    self.variables = variables
    let before = variables.map { $0.save() }
    self.before = before
    isCarried = before.indices.map { position in
      before[position].parts.enumerated().map { index, part in
        // What is known should stay known: it decides which branches exist.
        let staysKnown = part.isKnown && unchanged?[position][index] == true
        return !part.isErroneous && !part.isUndefined && !staysKnown
      }
    }
  }

  /// A variable has no value before the loop, so that its type is not known yet, or is known while
  /// tracing, which the loop may change.
  var needsRehearsal: Bool {
    before.contains { $0.parts.contains { $0.isUndefined || $0.isKnown } }
  }

  /// At the end of a rehearsal: for each variable, which parts are what `replace` put there.
  func unchanged(since operands: [Operand]) -> [[Bool]] {
    var next = 0
    return zip(variables, isCarried).map { variable, isCarried in
      let parts = variable.save().parts
      return isCarried.enumerated().map { index, isCarried in
        guard isCarried else { return false }
        defer { next += 1 }
        return index < parts.count && parts[index] == .operand(operands[next])
      }
    }
  }

  /// The name of each carried part.
  var names: [String] {
    zip(before, isCarried).flatMap { variable, isCarried in
      isCarried.filter { $0 }.map { _ in variable.name }
    }
  }

  /// The carried parts before the loop; known truth values are written at the builder's point.
  func initial(in builder: inout TileBuilder) -> [Operand] {
    operands(of: before, like: nil, in: &builder)
  }

  /// The carried parts as they are now; `models` stand in for those that a mistake spoiled.
  func current(like models: [Operand], in builder: inout TileBuilder) -> [Operand] {
    operands(of: variables.map { $0.save() }, like: models, in: &builder)
  }

  private func operands(
    of saved: [any SavedVariable], like models: [Operand]?, in builder: inout TileBuilder
  ) -> [Operand] {
    var result: [Operand] = []
    for (variable, isCarried) in zip(saved, isCarried) {
      for (index, isCarried) in isCarried.enumerated() where isCarried {
        let part = index < variable.parts.count ? variable.parts[index] : .operand(.erroneous)
        if let models, part.isErroneous || part.isUndefined {
          result.append(models[result.count])
        } else {
          result.append(part.operand(in: &builder))
        }
      }
    }
    return result
  }

  /// Puts `operands` in the place of the carried parts.
  ///
  /// - Parameter spoiled: those carried parts that a mistake spoiled.
  func replace(by operands: [Operand], spoiled: [Bool]? = nil) {
    var next = 0
    for (variable, isCarried) in zip(before, isCarried) {
      let parts = zip(variable.parts, isCarried).map { part, isCarried -> TracedPart in
        guard isCarried else { return part }
        defer { next += 1 }
        return .operand(spoiled?[next] == true ? .erroneous : operands[next])
      }
      variable.restore(replacingBy: parts)
    }
  }

  /// For each carried part, whether it comes from a mistake now.
  var spoiled: [Bool] {
    zip(variables, isCarried).flatMap { variable, isCarried in
      let parts = variable.save().parts
      return isCarried.enumerated().filter(\.element).map { index, _ in
        index >= parts.count || parts[index].isErroneous
      }
    }
  }

  /// What the carried parts are where a loop was refused.
  var spoiledOperands: [Operand] { names.map { _ in .erroneous } }

  /// Gives the variables that changed values that cannot be used.
  func spoilChanged() {
    for (variable, saved) in zip(variables, before) where variable.save().parts != saved.parts {
      saved.restoreErroneous()
    }
  }

  /// Reports the variables that changed in a way that the device cannot follow.
  ///
  /// - Returns: whether there are any.
  func reportConflicts(in trace: Trace, loop: String, at position: SourcePosition) -> Bool {
    var hasConflict = false
    for (variable, saved) in zip(variables, before) {
      let place = "a '\(loop)' loop whose number of iterations is known only on the device"
      guard let conflict = variable.save().conflict(with: saved, place: place) else { continue }
      trace.report(conflict, at: position)
      hasConflict = true
    }
    return hasConflict
  }

  /// After a rehearsal: gives the variables without a value before the loop poison of the types
  /// that they have now, and the others what they held.
  func adoptTypes(in builder: inout TileBuilder) {
    for (variable, saved) in zip(variables, before) {
      guard saved.parts.contains(where: \.isUndefined) else {
        saved.restore()
        continue
      }
      let now = variable.save()
      if now.parts.count != saved.parts.count, !saved.isUndefined {
        saved.restore()
        continue
      }
      let parts = now.parts.enumerated().map { index, part -> TracedPart in
        let old = saved.isUndefined ? TracedPart.operand(.undefined) : saved.parts[index]
        guard old.isUndefined, case .operand(let operand) = part, !operand.isPlaceholder else {
          return old
        }
        return .operand(builder.poison(operand.type, isUnsigned: operand.isUnsigned))
      }
      now.restore(replacingBy: parts)
    }
  }
}
