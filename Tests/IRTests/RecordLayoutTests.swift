import Testing

@testable import IR

/// The records of the arena are small and trivial: growing one is a decision, not an accident.
struct RecordLayoutTests {
  @Test func sizesOfRecords() {
    #expect(MemoryLayout<OpRecord>.stride == 64)
    #expect(MemoryLayout<ValueRecord>.stride == 48)
    #expect(MemoryLayout<UseRecord>.stride == 24)
    #expect(MemoryLayout<BlockRecord>.stride == 44)
    #expect(MemoryLayout<RegionRecord>.stride == 20)
    #expect(MemoryLayout<Type>.stride == 24)
    #expect(MemoryLayout<Origin>.stride == 12)
  }
}
