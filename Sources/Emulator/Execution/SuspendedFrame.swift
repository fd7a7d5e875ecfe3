/// The registers and the memory of a function in one lane, while the function runs a second time.
struct SuspendedFrame {
  /// The values of the registers, in the order of the call's frame.
  var registers: [UInt64]
  /// Whether each tracked register was written.
  var isWritten: [Bool]
  var bytes: [UInt8]
  var marks: [UInt8]
}
