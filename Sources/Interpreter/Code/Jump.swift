/// Where execution goes on, and with what.
struct Jump: Sendable {
  let block: Int
  let arguments: [Int]
}
