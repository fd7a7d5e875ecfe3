import Support

/// A call that stands as a statement where it may run on the device.
public struct StagedCall {
  /// Where the statement stands.
  fileprivate let position: SourcePosition
  /// How much had been done for the device before.
  fileprivate let activity: Int
  /// What the call may change, if that is known, and what was in it.
  fileprivate var object: (value: Any, contents: ObjectContents)?
  /// Whether there is nothing to call.
  fileprivate var isSkipped = false
}

/// Finds calls that work on the host where only the device knows whether they happen.
extension Staging {
  /// Begins a statement that calls a function.
  public func beginCall() -> StagedCall {
    StagedCall(position: trace.position, activity: trace.activity)
  }

  /// Begins a statement that calls a method of `object`, or of nothing if that is nil.
  public func beginCall<Object>(_ object: Object) -> StagedCall {
    var call = beginCall()
    guard trace.isInRegion else { return call }
    call.isSkipped = HostComparison.isNil(object)
    call.object = (object, ObjectContents(object))
    return call
  }

  /// Ends the statement and reports it if it did nothing for the device, or changed its object.
  ///
  /// - Parameter name: what a message calls the call.
  public func endCall(_ call: StagedCall, _ name: String) {
    guard trace.isInRegion, !call.isSkipped else { return }
    let changes =
      call.object.map { ObjectContents($0.value).changes(since: $0.contents) } ?? []
    trace.noteChanges(of: changes)
    if trace.activity == call.activity {
      trace.noteHostCall()
      trace.report(
        "'\(name)' works on the host, whichever way the device takes; call it outside of the 'if' "
          + "or the loop, keep what changes in a variable of tiles, or mark a function that changes "
          + "nothing '@Device'", at: call.position)
    } else if !changes.isEmpty {
      trace.report(
        "'\(name)' changes an object, whichever way the device takes; keep what changes in a "
          + "variable of tiles", at: call.position)
    }
  }
}
