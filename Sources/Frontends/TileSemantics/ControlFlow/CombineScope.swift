import IR

/// An open function that an operation applies to elements: what it works with.
public struct CombineScope: Hashable, Sendable {
  let op: OpID
  /// Where the program goes on behind the operation.
  let resume: InsertionPoint
  /// The parameters. A function that combines two sets of elements takes first all of one, then
  /// all of the other.
  public let parameters: [Operand]
  /// The tiles that the function is applied to.
  let sources: [Operand]
  /// What a message calls the operation.
  let name: String
  /// The axis of a dimension of extent 1 that each result gets, once for each entry.
  let expandedAxes: [Int]

  /// The first set of elements to combine.
  public var lhs: [Operand] { Array(parameters.prefix(parameters.count / 2)) }
  /// The second set of elements to combine.
  public var rhs: [Operand] { Array(parameters.suffix(parameters.count / 2)) }
}

/// A function that combines two sets of elements.
public typealias Combination = (inout TileBuilder, [Operand], [Operand]) throws(SemanticError) ->
  [Operand]
