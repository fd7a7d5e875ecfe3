/// An operation that is not part of a module yet.
public struct OpDraft: Sendable {
  public var opcode: Opcode
  public var operands: [ValueID]
  public var resultTypes: [Type]
  public var attributes: AttributeList
  public var regionCount: Int
  public var successors: [BlockID]

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
