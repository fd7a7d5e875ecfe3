/// An operation that is not part of a module yet.
public struct OpDraft: Sendable {
  /// Which operation it will be.
  public var opcode: Opcode
  /// What it will use, in order.
  public var operands: [ValueID]
  /// The types of its results, in order.
  public var resultTypes: [Type]
  /// Its attributes.
  public var attributes: AttributeList
  /// How many regions it will have; they begin empty.
  public var regionCount: Int
  /// The blocks in which a terminator may go on.
  public var successors: [BlockID]

  /// An operation as yet without a place.
  public init(
    _ opcode: Opcode, operands: [ValueID] = [], results: [Type] = [],
    attributes: AttributeList = .empty, regions: Int = 0, successors: [BlockID] = []
  ) {
    self.opcode = opcode
    self.operands = operands
    self.resultTypes = results
    self.attributes = attributes
    self.regionCount = regions
    self.successors = successors
  }
}
