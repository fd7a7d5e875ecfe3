/// Inline assembly that cannot be executed.
struct AssemblyError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
