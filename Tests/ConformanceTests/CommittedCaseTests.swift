import Compiler
import Conformance
import Foundation
import Testing

/// The cases of this repository, whose results were computed without it.
@Suite("Committed cases")
struct CommittedCaseTests {
  @Test("leaves what it must", arguments: CaseFolders.committedNames)
  func passes(name: String) async throws {
    let suite = ConformanceSuite(
      cases: [CaseFolders.committedCase(name)], runner: CaseRunner(granularity: 1))
    let result = try #require(await suite.run(jobs: 1).first)
    #expect(result.outcome == .passed, "\(result.reason)")
    #expect(result.id == name)
  }

  @Test("leaves what it must when transformed", arguments: CaseFolders.committedNames)
  func passesTransformed(name: String) async throws {
    let suite = ConformanceSuite(
      cases: [CaseFolders.committedCase(name)], runner: CaseRunner(pipeline: .tile, granularity: 1))
    let result = try #require(await suite.run(jobs: 1).first)
    #expect(result.outcome == .passed, "\(result.reason)")
  }

  @Test("leaves what it must as PTX", arguments: CaseFolders.committedNames)
  func passesOnTheEmulator(name: String) async throws {
    let runner = try #require(EmulatedRunner())
    let suite = ConformanceSuite(
      cases: [CaseFolders.committedCase(name)],
      runner: CaseRunner(on: .emulator(runner), granularity: 1))
    let result = try #require(await suite.run(jobs: 1).first)
    #expect(result.outcome == .passed, "\(result.reason)")
  }

  @Test func areAllThere() throws {
    let found = try ConformanceCase.all(in: CaseFolders.committed)
    #expect(found.map(\.id) == CaseFolders.committedNames)
    #expect(found.count >= 170)
  }

  @Test("have what they must leave in a file and say what they claim")
  func areComplete() throws {
    for testCase in try ConformanceCase.all(in: CaseFolders.committed) {
      let record = try testCase.record()
      #expect(record.id == testCase.id)
      #expect(!record.test.isEmpty)
      #expect(record.buffers.contains { $0.isChanged }, "\(testCase.id) changes no buffer")
      for buffer in record.buffers where buffer.isChanged {
        #expect(try testCase.bytesBefore(buffer) != testCase.bytesAfter(buffer), "\(testCase.id)")
      }
    }
  }

  @Test("use every operation of the language")
  func coverLanguage() throws {
    let texts = try ConformanceCase.all(in: CaseFolders.committed).map {
      try String(contentsOfFile: $0.folder + "/kernel.ttir", encoding: .utf8)
    }
    let text = texts.joined(separator: "\n")
    // The compiler's own passes write these; no front end does.
    let internalNames: Set = ["ttg.convert_layout"]
    for name in LanguageOperations.names where !internalNames.contains(name) {
      // A name ends where a longer one with the same beginning goes on.
      let found = text.ranges(of: name).contains { range in
        let next = text[range.upperBound...].first
        return next.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." } ?? true
      }
      #expect(found, "no case uses \(name)")
    }
  }
}
