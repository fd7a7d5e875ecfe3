import Support

// The records of a module's arena. They are trivial: no class, array or string inside, so that
// copying a module is a flat copy. Variable parts are ranges into pools.

struct OpRecord: Sendable, BitwiseCopyable {
  let opcode: Opcode
  let regionCount: UInt8
  let operandCount: UInt16
  let resultCount: UInt16
  let successorCount: UInt8
  var isErased = false
  let firstOperand: UseID
  let firstResult: ValueID
  let firstRegion: RegionID
  /// Into the pool of successors.
  let firstSuccessor: UInt32
  var attributes: AttributeListID
  var origin: Origin
  var block: BlockID?
  var previous: OpID?
  var next: OpID?
}

struct ValueRecord: Sendable, BitwiseCopyable {
  var type: Type
  let definition: ValueDefinition
  var firstUse: UseID?
  var name: NameID = .none
  var location: LocationID = .unknown
}

/// One operand of an op, linked into the list of the uses of its value.
struct UseRecord: Sendable, BitwiseCopyable {
  var value: ValueID
  let user: OpID
  var previous: UseID?
  var next: UseID?
}

struct BlockRecord: Sendable, BitwiseCopyable {
  var region: RegionID
  /// Into the pool of block parameters.
  var firstParameter: UInt32
  var parameterCount: UInt32
  var firstOp: OpID?
  var lastOp: OpID?
  var previous: BlockID?
  var next: BlockID?
  var isErased = false
}

struct RegionRecord: Sendable, BitwiseCopyable {
  let parent: OpID
  var firstBlock: BlockID?
  var lastBlock: BlockID?
}

/// What makes a value.
public enum ValueDefinition: Hashable, Sendable, BitwiseCopyable {
  /// It is a result of `op`, the one at `position`.
  case result(of: OpID, position: UInt16)
  /// It is a parameter of `block`.
  case parameter(of: BlockID)
}
