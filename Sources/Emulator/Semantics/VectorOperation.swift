/// Operations that whole warps execute at once, without a test in each lane.
enum VectorOperation: UInt8 {
  case move32, move64
}
