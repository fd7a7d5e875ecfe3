import IR
import Support

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One recorded launch: a folder with a kernel, what was passed to it, and what came back.
public struct ConformanceCase: Sendable {
  /// The path of the folder.
  public let folder: String

  /// The case in the folder at path `folder`, which is read only when asked.
  public init(folder: String) { self.folder = folder }

  /// The name of the folder.
  public var id: String { folder.split(separator: "/").last.map(String.init) ?? folder }

  /// The cases in the folders of `directory`, by name; or the one case that `directory` is.
  public static func all(in directory: String) throws -> [ConformanceCase] {
    let path = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    if fileExists(at: path + "/launch.json") { return [ConformanceCase(folder: path)] }
    return try listDirectory(at: path).sorted()
      .map { ConformanceCase(folder: path + "/" + $0) }
      .filter { fileExists(at: $0.folder + "/launch.json") }
  }

  /// The largest file of a case that is read.
  static let fileSizeLimit = 1 << 30

  /// The launch as `launch.json` describes it; throws where that cannot be read.
  public func record() throws -> LaunchRecord {
    let path = folder + "/launch.json"
    let data = Data(try readFile(at: path, limit: Self.fileSizeLimit))
    do {
      return try JSONDecoder().decode(LaunchRecord.self, from: data)
    } catch {
      throw CaseError("\(path): \(Self.words(for: error))")
    }
  }

  /// The text of the kernel, `kernel.ttir`.
  public func kernel() throws -> SourceText {
    let path = folder + "/kernel.ttir"
    return SourceText(name: path, bytes: try readFile(at: path, limit: Self.fileSizeLimit))
  }

  /// What `buffer` held before the launch; throws unless there are `buffer.byteCount` bytes.
  public func bytesBefore(_ buffer: LaunchRecord.Buffer) throws -> [UInt8] {
    try bytes("buffer\(buffer.index).before.bin", expecting: buffer.byteCount)
  }

  /// What `buffer` held after the launch, which is what it held before unless it was changed.
  public func bytesAfter(_ buffer: LaunchRecord.Buffer) throws -> [UInt8] {
    guard buffer.isChanged else { return try bytesBefore(buffer) }
    return try bytes("buffer\(buffer.index).after.bin", expecting: buffer.byteCount)
  }

  private func bytes(_ name: String, expecting count: Int) throws -> [UInt8] {
    let bytes = try readFile(at: folder + "/" + name, limit: Self.fileSizeLimit)
    guard bytes.count == count else {
      throw CaseError("\(folder)/\(name) has \(bytes.count) bytes, expected \(count)")
    }
    return bytes
  }

  private static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    case .keyNotFound(let key, _): return "has no '\(key.stringValue)'"
    @unknown default: return "\(error)"
    }
  }
}

/// A recorded case that cannot be used, and why.
public struct CaseError: Error, CustomStringConvertible, Sendable {
  public let description: String

  init(_ description: String) { self.description = description }
}
