/// A program with its arguments, which runs without a shell.
struct ProgramCall: Hashable, Sendable {
  /// Where the program lies.
  var path: String
  /// What the program is told that it is called; some begin every message with that.
  var name: String
  /// The arguments, without the program's name.
  var arguments: [String]

  /// Runs the program at `path`, which takes itself to be called `name`.
  init(path: String, name: String = "program", arguments: [String]) {
    (self.path, self.name, self.arguments) = (path, name, arguments)
  }
}
