import Foundation
import Testing

/// What the compiler says about mistakes that it finds in an expansion: it names the user's file,
/// line and column.
struct CompilerTests {
  /// The compiler's errors about `Compiled/mistakes.swift` are those that its comments announce,
  /// `// error: COLUMN: part of the message`.
  @Test func errorsNameTheUsersPlace() throws {
    let input = Self.folder.appendingPathComponent("Compiled/mistakes.swift")
    let expected = try Self.announcedErrors(in: String(contentsOf: input, encoding: .utf8))
    let found = try Self.messages(": error: ", about: input)
    for error in expected {
      let isFound = found.contains { $0.hasPrefix(error.place) && $0.contains(error.message) }
      #expect(isFound, "no error \(error.place) \(error.message)")
    }
    for error in found {
      let isExpected = expected.contains { error.hasPrefix($0.place) && error.contains($0.message) }
      #expect(isExpected, "not expected: \(error)")
    }
  }

  /// The compiler has nothing to say about correct functions, not even a warning.
  @Test func correctFunctionsGetNoMessages() throws {
    let input = Self.folder.appendingPathComponent("Compiled/correct.swift")
    #expect(try Self.messages(": error: ", about: input) == [])
    #expect(try Self.messages(": warning: ", about: input) == [])
  }

  private static func announcedErrors(
    in source: String
  ) -> [(place: String, message: String)] {
    var errors: [(String, String)] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for match in line.matches(of: #/// error: (\d+): (.*?)(?=  // error|$)/#) {
        errors.append(("\(index + 1):\(match.output.1): ", String(match.output.2)))
      }
    }
    return errors
  }

  /// The compiler's messages of a kind about `input` as `line:column: message`.
  private static func messages(_ kind: String, about input: URL) throws -> [String] {
    let plugin = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("KernelMacro-tool")
    let staging = folder.appendingPathComponent("ToyStaging")
    let library = try FileManager.default.contentsOfDirectory(atPath: staging.path).sorted()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm",
        "-load-plugin-executable", "\(plugin.path)#KernelMacro", input.path,
      ] + library.map { staging.appendingPathComponent($0).path }
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").compactMap { line in
      guard let range = line.range(of: kind) else { return nil }
      let place = line[..<range.lowerBound].replacing("\(input.path):", with: "")
      return "\(place): \(line[range.upperBound...])"
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
}
