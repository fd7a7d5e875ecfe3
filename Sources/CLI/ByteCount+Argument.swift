import ArgumentParser
import Support

/// A number of bytes on the command line.
extension ByteCount: ExpressibleByArgument {
  /// The number that a user wrote.
  package init?(argument: String) { self.init(argument) }
}
