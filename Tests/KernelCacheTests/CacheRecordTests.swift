import Assembler
import Compiler
import IR
import KernelCache
import PTX
import Support
import Testing

/// Records are read as they were written or not at all.
@Suite struct CacheRecordTests {
  private let key = ExampleKernel.key("softmax")
  private let kernel = ExampleKernel.full()

  @Test func kernelComesBackAsItWas() throws {
    let record = CacheRecord.bytes(of: kernel.record, for: key)
    let content = try #require(CacheRecord.content(of: record, for: key))
    #expect(CachedKernel(record: content) == kernel)
    let plain = CachedKernel(kernel: kernel.kernel)
    #expect(CachedKernel(record: plain.record) == plain)
  }

  @Test func everyTypeOfParameterComesBack() {
    for type in ScalarType.allCases {
      var kernel = kernel
      kernel.kernel.parameters = [EntryParameter(name: "p", kind: .scalar(type))]
      #expect(CachedKernel(record: kernel.record) == kernel)
    }
  }

  @Test func everyFieldIsInTheRecord() {
    // A field more must be written, and the version of the format must change.
    let assembly = kernel.assembly.map { Mirror(reflecting: $0).children.count }
    #expect(Mirror(reflecting: kernel).children.count == 2)
    #expect(Mirror(reflecting: kernel.kernel).children.count == 6)
    #expect(Mirror(reflecting: kernel.kernel.parameters[0]).children.count == 3)
    #expect(assembly == 3)
    #expect(Mirror(reflecting: FunctionResources(name: "")).children.count == 7)
    #expect(Mirror(reflecting: AssemblerMessage(.info, "")).children.count == 3)
  }

  @Test func anotherKeyIsRefused() {
    let record = CacheRecord.bytes(of: kernel.record, for: key)
    #expect(CacheRecord.content(of: record, for: ExampleKernel.key("other")) == nil)
  }

  @Test func noneOfTenThousandChangedRecordsIsRead() {
    var random = SeededGenerator(seed: 1)
    let record = CacheRecord.bytes(of: kernel.record, for: key)
    let other = CacheRecord.bytes(of: ExampleKernel.full("matmul").record, for: key)
    var count = 0
    while count < 10_000 {
      let changed = Mutation.random(of: record, and: other, using: &random)
      if changed == record || changed == other { continue }
      count += 1
      if CacheRecord.content(of: changed, for: key) != nil {
        Issue.record("changed record \(count) was read")
      }
    }
  }

  @Test func contentIsReadOnlyIfItWouldBeWrittenSo() {
    var random = SeededGenerator(seed: 2)
    let (content, other) = (kernel.record, ExampleKernel.full("matmul").record)
    var readCount = 0
    for _ in 0..<10_000 {
      let changed = Mutation.random(of: content, and: other, using: &random)
      guard let read = CachedKernel(record: changed) else { continue }
      readCount += 1
      if read.record != changed { Issue.record("\(changed) reads as \(read)") }
    }
    // Bytes of the code and of names may be anything.
    #expect(readCount > 100)
  }
}
