import Support

/// Which build of the compiler this is.
package enum CompilerBuild {
  /// A fingerprint of the program or library that holds the compiler, so that what another build
  /// has made is not taken for what this one would make.
  /// - Throws: a `FileError` when the file cannot be read, as after it was replaced.
  package static func identity() throws(FileError) -> String {
    let path = try LoadedImage.path(holding: UInt(bitPattern: #dsohandle))
    return try ContentFingerprint(ofFileAt: path).description
  }

  /// What `identity` says of this process, found out once: it takes as long as reading the program.
  package static let current = Result { () throws(FileError) in try identity() }
}
