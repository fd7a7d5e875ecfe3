import Foundation
import Support
import Testing

/// Reading and writing files, and the reasons for refusals.
@Suite struct ReadFileTests {
  @Test func readsWhatWasWritten() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/bytes"
      let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try writeFile(bytes, to: path)
      #expect(try readFile(at: path, limit: bytes.count) == bytes)
    }
  }

  @Test func readsAnEmptyFile() throws {
    try withTemporaryFolder { folder in
      try writeFile([], to: folder + "/empty")
      #expect(try readFile(at: folder + "/empty", limit: 0) == [])
    }
  }

  @Test func writingReplacesTheWholeContent() throws {
    try withTemporaryFolder { folder in
      try writeFile([1, 2, 3], to: folder + "/file")
      try writeFile([4], to: folder + "/file")
      #expect(try readFile(at: folder + "/file", limit: 8) == [4])
    }
  }

  @Test func refusesAFileAboveTheLimit() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/large"
      try writeFile([1, 2, 3, 4, 5], to: path)
      #expect(throws: FileError(path: path, action: .read, reason: .tooLarge(limit: 4))) {
        try readFile(at: path, limit: 4)
      }
    }
  }

  @Test func refusesADeviceThatNeverEnds() {
    let path = "/dev/zero"
    #expect(throws: FileError(path: path, action: .read, reason: .tooLarge(limit: 100_000))) {
      try readFile(at: path, limit: 100_000)
    }
  }

  @Test(arguments: ["", "/no-such-folder/file", "/dev/null/file"])
  func refusesAMissingFile(path: String) {
    #expect(throws: FileError(path: path, action: .read, reason: .notFound)) {
      try readFile(at: path, limit: 1)
    }
  }

  @Test func refusesAFolder() throws {
    try withTemporaryFolder { folder in
      #expect(throws: FileError(path: folder, action: .read, reason: .isFolder)) {
        try readFile(at: folder, limit: 1)
      }
      #expect(throws: FileError(path: folder, action: .write, reason: .isFolder)) {
        try writeFile([1], to: folder)
      }
    }
  }

  @Test func refusesAPathWithAZeroByte() {
    #expect(throws: FileError(path: "a\0b", action: .read, reason: .zeroByteInPath)) {
      try readFile(at: "a\0b", limit: 1)
    }
  }

  @Test func refusesToWriteIntoAMissingFolder() {
    let path = "/no-such-folder/file"
    #expect(throws: FileError(path: path, action: .write, reason: .notFound)) {
      try writeFile([1], to: path)
    }
  }

  #if os(Linux)
    @Test func reportsAFullDisk() {
      #expect(
        throws: FileError(
          path: "/dev/full", action: .write, reason: .system(errorNumber: ENOSPC))
      ) {
        try writeFile([1], to: "/dev/full")
      }
    }
  #endif

  @Test(arguments: [
    (FileError.Reason.notFound, "cannot read 'a.ttir': no such file or folder"),
    (.isFolder, "cannot read 'a.ttir': it is a folder, not a file"),
    (.notPermitted, "cannot read 'a.ttir': permission denied"),
    (.tooLarge(limit: 10), "cannot read 'a.ttir': it has more than 10 bytes"),
    (.zeroByteInPath, "cannot read 'a.ttir': its path contains a zero byte"),
    (.system(errorNumber: ENOSPC), "cannot read 'a.ttir': no space left on device"),
  ])
  func describesTheFileAndTheReason(reason: FileError.Reason, text: String) {
    #expect(FileError(path: "a.ttir", action: .read, reason: reason).description == text)
  }

  @Test(arguments: [
    (ENOENT, FileError.Reason.notFound), (ENOTDIR, .notFound), (EISDIR, .isFolder),
    (EACCES, .notPermitted), (EPERM, .notPermitted), (EROFS, .notPermitted),
    (EIO, .system(errorNumber: EIO)),
  ])
  func namesTheReasonBehindAnErrorNumber(errorNumber: Int32, reason: FileError.Reason) {
    #expect(FileError.Reason(errorNumber: errorNumber) == reason)
  }
}

/// Runs `body` with the path of a new folder that is removed afterwards.
private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nereid-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
