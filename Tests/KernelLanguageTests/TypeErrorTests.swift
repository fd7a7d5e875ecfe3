import Foundation
import Testing

/// Mistakes that the compiler finds: it names the user's file, line and column.
@Suite struct TypeErrorTests {
  /// The errors in `TypeErrors/operands.swift` are those that its comments announce:
  /// `// error: COLUMN: part of the message`.
  @Test func wrongTypesAreFoundByTheCompiler() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("TypeErrors/operands.swift")
    let expected = try Self.announced(in: String(contentsOf: file, encoding: .utf8))
    let found = try Self.errors(in: file)
    for error in expected {
      #expect(
        found.contains { $0.hasPrefix(error.place) && $0.contains(error.message) },
        "no error \(error.place)\(error.message)")
    }
    for error in found {
      #expect(
        expected.contains { error.hasPrefix($0.place) && error.contains($0.message) },
        "not expected: \(error)")
    }
    #expect(expected.count >= 35)
  }

  private static func announced(in source: String) -> [(place: String, message: String)] {
    var errors: [(String, String)] = []
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let match = line.firstMatch(of: #/// error: (\d+): (.*)$/#) else { continue }
      errors.append(("\(index + 1):\(match.output.1): ", String(match.output.2)))
    }
    return errors
  }

  /// The compiler's errors as `line:column: message`.
  private static func errors(in file: URL) throws -> [String] {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    // The package manager names the modules in C by itself.
    let headers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CMatrixProducts/include").standardized
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6",
      "-diagnostic-style", "llvm", "-I", products.appendingPathComponent("Modules").path,
      "-I", headers.path, "-package-name", "user",
      "-load-plugin-executable",
      products.appendingPathComponent("KernelMacro-tool").path + "#KernelMacro", file.path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").compactMap { line in
      guard let range = line.range(of: ": error: ") else { return nil }
      let place = line[..<range.lowerBound].replacing("\(file.path):", with: "")
      return "\(place): \(line[range.upperBound...])"
    }
  }
}
