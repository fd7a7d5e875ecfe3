import PTX

/// Which registers an instruction reads and writes.
struct RegisterAccesses {
  var reads: [Register] = []
  var writes: [Register] = []
  /// The predicate that decides which lanes execute; it is among those that are read.
  var condition: Register?
}
