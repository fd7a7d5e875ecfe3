import IR
import Support

extension SourceText {
  /// The text of the file at `path`.
  ///
  /// Of a file that is too large to be parsed only so much is read that the parser says so.
  /// - Throws: a `FileError` when the file is missing, is a folder or may not be read.
  init(file path: String) throws(FileError) {
    let bytes = try readStart(ofFileAt: path, count: ParserLimits.standard.fileSize + 1)
    self.init(name: path, bytes: bytes)
  }
}
