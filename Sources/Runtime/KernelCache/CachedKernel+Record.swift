import Assembler
import Compiler
import IR
import PTX
import Support

extension CachedKernel {
  /// The kernel as bytes.
  package var record: [UInt8] {
    var writer = RecordWriter()
    kernel.write(to: &writer)
    writer.write(assembly.map { [$0] } ?? []) { writer, assembly in assembly.write(to: &writer) }
    return writer.bytes
  }

  /// The kernel that `record` describes; `nil` if it is not exactly what `record` of a kernel
  /// gives.
  package init?(record: [UInt8]) {
    do throws(RecordReader.Fault) {
      var reader = RecordReader(record)
      kernel = try CompiledKernel(from: &reader)
      let assemblies = try reader.list { (reader) throws(RecordReader.Fault) in
        try Assembly(from: &reader)
      }
      guard assemblies.count <= 1 else { return nil }
      assembly = assemblies.first
      try reader.finish()
    } catch {
      return nil
    }
  }
}

extension CompiledKernel {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(ptx)
    writer.write(target.description)
    writer.write(count: warpCount)
    writer.write(count: sharedByteCount)
    writer.write(parameters) { writer, parameter in
      writer.write(parameter.name)
      switch parameter.kind {
      case .pointer: writer.write(count: 0)
      case .scalar(let type): writer.write(count: 1 + Int(type.rawValue))
      }
      writer.write(count: parameter.divisibility)
    }
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Fault) {
    let name = try reader.text()
    let ptx = try reader.content()
    let targetName = try reader.text()
    guard !name.isEmpty, !ptx.isEmpty, let target = PTXTarget(name: targetName),
      target.description == targetName
    else { throw RecordReader.Fault() }
    self.init(
      name: name, ptx: ptx, target: target, warpCount: try reader.number(in: 1...64),
      sharedByteCount: try reader.number(in: 0...1 << 24),
      parameters: try reader.list { (reader) throws(RecordReader.Fault) in
        let name = try reader.text()
        let kind = try reader.number(in: 0...Int(UInt8.max))
        let divisibility = try reader.number(in: 1...1 << 62)
        if kind == 0 {
          return EntryParameter(name: name, kind: .pointer, divisibility: divisibility)
        }
        guard let type = ScalarType(rawValue: UInt8(kind - 1)) else { throw RecordReader.Fault() }
        return EntryParameter(name: name, kind: .scalar(type), divisibility: divisibility)
      })
  }
}

extension Assembly {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.write(cubin)
    writer.write(resources) { writer, function in
      writer.write(function.name)
      for count in [
        function.registerCount, function.barrierCount, function.stackByteCount,
        function.spillStoreByteCount, function.spillLoadByteCount, function.sharedByteCount,
      ] { writer.write(count: count) }
    }
    writer.write(messages) { writer, message in
      writer.write(message.severity.rawValue)
      writer.write(message.text)
      writer.write(message.position?.file ?? "")
      writer.write(count: message.position?.line ?? 0)
    }
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Fault) {
    let cubin = try reader.content()
    guard cubin.starts(with: Assembly.signature) else { throw RecordReader.Fault() }
    self.init(
      cubin: cubin,
      resources: try reader.list { (reader) throws(RecordReader.Fault) in
        var function = FunctionResources(name: try reader.text())
        function.registerCount = try reader.number(in: 0...1024)
        function.barrierCount = try reader.number(in: 0...1024)
        function.stackByteCount = try reader.number(in: 0...1 << 40)
        function.spillStoreByteCount = try reader.number(in: 0...1 << 40)
        function.spillLoadByteCount = try reader.number(in: 0...1 << 40)
        function.sharedByteCount = try reader.number(in: 0...1 << 40)
        return function
      },
      messages: try reader.list { (reader) throws(RecordReader.Fault) in
        guard let severity = AssemblerMessage.Severity(rawValue: try reader.text()) else {
          throw RecordReader.Fault()
        }
        let text = try reader.text()
        let file = try reader.text()
        let line = try reader.number(in: 0...1 << 40)
        if file.isEmpty, line > 0 { throw RecordReader.Fault() }
        return AssemblerMessage(
          severity, text, at: file.isEmpty ? nil : SourcePosition(file: file, line: line))
      })
  }
}
