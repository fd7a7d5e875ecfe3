import Foundation
import IR
import Support
import Testing

@Suite("Recorded modules", .enabled(if: ConformanceFiles.folder != nil, "no recorded modules"))
struct ConformanceTextTests {
  @Test func parseAll() throws {
    #expect(ConformanceFiles.all.count >= 1_900)
    for file in ConformanceFiles.all {
      let source = SourceText(name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
      do {
        let module = try Module.parse(source)
        #expect(!module.functions.isEmpty)
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
