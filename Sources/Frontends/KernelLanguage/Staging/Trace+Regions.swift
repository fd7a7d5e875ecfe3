/// What happens in regions that the device may run once, often or not at all.
extension Trace {
  /// Begins a region whose execution the device decides on.
  func enterRegion() {
    withState { state in
      if state.regions.isEmpty { state.changedObjects = [] }
      state.regions.append(false)
    }
  }

  /// Ends what `enterRegion` began.
  func leaveRegion() {
    withState { state in state.leftRegionHasHostCall = state.regions.removeLast() }
  }

  /// Whether the device decides on how often what is traced now runs.
  var isInRegion: Bool { withState { !$0.regions.isEmpty } }

  /// How much was done for the device so far, refused operations and calls of device functions
  /// included: what leaves it as it was works on the host alone.
  var activity: Int { withState { $0.activity } }

  /// Counts something that is done for the device and writes no operation.
  func countActivity() { withState { $0.activity += 1 } }

  /// Notes that a call in the innermost region works on the host, which is reported where it stands.
  func noteHostCall() {
    withState { state in
      if let last = state.regions.indices.last { state.regions[last] = true }
    }
  }

  /// Notes that `objects` were changed by a region that was left, or in an open one.
  ///
  /// - Returns: whether that is to be reported of the region that was left last: one of the objects
  ///   is new among those that changed, and no call is known that may have changed it.
  @discardableResult
  func noteChanges(of objects: Set<ObjectIdentifier>) -> Bool {
    withState { state in
      // What a rehearsal finds is not reported.
      guard state.rehearsals == 0 else { return false }
      let count = state.changedObjects.count
      state.changedObjects.formUnion(objects)
      return state.changedObjects.count > count && !state.leftRegionHasHostCall
    }
  }
}
