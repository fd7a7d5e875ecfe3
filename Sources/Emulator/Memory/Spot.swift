/// Where bytes that a lane accesses lie in the host's memory.
struct Spot {
  var bytes: UnsafeMutableRawPointer
  /// For each byte one that says whether it was written; absent for parameters.
  var marks: UnsafeMutablePointer<UInt8>?
  /// The place in the block's shared memory; -1 elsewhere.
  var sharedOffset = -1
  /// The address in global memory; 0 elsewhere.
  var globalAddress: UInt64 = 0
}
