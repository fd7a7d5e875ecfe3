import Support
import Testing

/// Fingerprints notice every change of one byte.
@Suite struct ContentFingerprintTests {
  @Test(arguments: [1, 15, 16, 17, 40])
  func everyByteCounts(count: Int) {
    let bytes = (0..<count).map { UInt8($0) }
    var seen: Set = [ContentFingerprint(of: bytes), ContentFingerprint(of: bytes + [0])]
    #expect(seen.count == 2)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x40
      #expect(seen.insert(ContentFingerprint(of: changed)).inserted, "byte \(index)")
    }
  }

  @Test func isTheSameForTheSameBytes() {
    #expect(ContentFingerprint(of: [1, 2, 3]) == ContentFingerprint(of: [1, 2, 3]))
    #expect(ContentFingerprint(of: [1, 2, 3]).description.utf8.count == 32)
  }

  @Test func namesAFileThatIsMissing() {
    #expect(throws: FileError(path: "/absent", action: .read, reason: .notFound)) {
      try ContentFingerprint(ofFileAt: "/absent")
    }
  }
}
