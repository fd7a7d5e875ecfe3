import Support

/// A compilation unit: functions, and everything in them, in one arena.
///
/// A module owns all its entities and has exactly one owner itself; copy it with `copy()`.
/// Erased entities keep their ids, so ids never change their meaning. The root is an operation
/// as well (`builtin.module`), whose only block holds the functions.
public struct Module: ~Copyable, Sendable {
  var ops = EntityMap<OpID, OpRecord>()
  var values = EntityMap<ValueID, ValueRecord>()
  var uses = EntityMap<UseID, UseRecord>()
  var blocks = EntityMap<BlockID, BlockRecord>()
  var regions = EntityMap<RegionID, RegionRecord>()
  var blockParameters: [ValueID] = []
  var successorPool: [BlockID] = []

  var attributeLists = EntityMap<AttributeListID, AttributeList>()
  var locations = EntityMap<LocationID, Location>()
  var locationIDs: [Location: LocationID] = [:]
  var names = EntityMap<NameID, String>()
  var nameIDs: [String: NameID] = [:]

  /// The `builtin.module` operation.
  public let root: OpID
  /// The text that this module was parsed from, for diagnostics.
  public var source: SourceText?

  /// An empty module.
  public init(source: SourceText? = nil) {
    self.source = source
    root = OpID(index: 0)
    attributeLists.append(.empty)
    locations.append(.unknown)
    locationIDs[.unknown] = .unknown
    names.append("")
    nameIDs[""] = NameID.none
    let created = createDetached(OpDraft(.module, regions: 1), origin: .unknown)
    assert(created == root)
    appendBlock(to: region(0, of: root))
  }

  private init(copying other: borrowing Module) {
    ops = other.ops
    values = other.values
    uses = other.uses
    blocks = other.blocks
    regions = other.regions
    blockParameters = other.blockParameters
    successorPool = other.successorPool
    attributeLists = other.attributeLists
    locations = other.locations
    locationIDs = other.locationIDs
    names = other.names
    nameIDs = other.nameIDs
    root = other.root
    source = other.source
  }

  /// A module with the same entities under the same ids.
  public borrowing func copy() -> Module { Module(copying: self) }
}
