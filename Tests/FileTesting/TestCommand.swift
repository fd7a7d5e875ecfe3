import Compiler
import IR
import Passes
import Support

/// What a test does with its cases.
public struct TestCommand: Sendable, CustomStringConvertible {
  /// The words of the first line.
  private let words: [String]
  private let action: Action

  private enum Action: Sendable {
    case parse
    case verify
    case axisFacts
    case assignLayouts(warpCount: Int)
    case run(Pipeline)
  }

  private static let prefix = "// test: "

  /// The command that the first line of a test gives.
  ///
  /// - Throws: what about the line is no command.
  init(firstLine line: String, of file: String) throws(Diagnostic) {
    let place = SourcePosition(file: file, line: 1)
    guard line.hasPrefix(Self.prefix) else {
      throw Diagnostic("a test starts with '\(Self.prefix)'", at: place)
    }
    words = line.dropFirst(Self.prefix.count).split(separator: " ").map(String.init)
    switch words {
    case []: throw Diagnostic("a test says what it runs", at: place)
    case ["parse"]: action = .parse
    case ["verify"]: action = .verify
    case ["axis-facts"]: action = .axisFacts
    case _ where words.count == 2 && words[0] == "assign-layouts":
      guard let warpCount = Int(words[1]), [1, 2, 4, 8, 16, 32].contains(warpCount) else {
        throw Diagnostic(
          "\(words[1]) warps, expected a power of two up to 32", at: place)
      }
      action = .assignLayouts(warpCount: warpCount)
    default: action = .run(try Self.pipeline(of: words, at: place))
    }
  }

  /// The passes, and the pipelines' passes, that `words` name.
  private static func pipeline(
    of words: [String], at place: SourcePosition
  ) throws(Diagnostic) -> Pipeline {
    var passes: [any Pass] = []
    for word in words {
      if let pipeline = Pipeline.named(word) {
        passes += pipeline.passes
      } else if let pass = PassRegistry.pass(named: word) {
        passes.append(pass)
      } else {
        throw Diagnostic("no pass or pipeline is called '\(word)'", at: place)
      }
    }
    return Pipeline(name: words.joined(separator: " "), passes)
  }

  /// The first line of the test.
  public var description: String { Self.prefix + words.joined(separator: " ") }

  /// The command gives text, not only errors.
  var hasResults: Bool {
    if case .verify = action { false } else { true }
  }

  /// Does with `test` what the command says.
  func run(_ test: TestCase) -> TestOutcome {
    do throws(Diagnostic) {
      var module = try Module.parse(test.sourceText)
      let broken = module.verify()
      if !broken.isEmpty { return .diagnostics(broken) }
      switch action {
      case .verify: return .text([])
      case .parse: break
      case .axisFacts: return .text(TestOutcome.axisFactLines(of: module))
      case .assignLayouts(let warpCount):
        return .text(try TestOutcome.laidOutLines(of: &module, warpCount: warpCount))
      case .run(let pipeline): _ = try PassRunner().run(pipeline, on: &module)
      }
      return .text(TestOutcome.functionLines(of: module))
    } catch {
      return .diagnostics([error])
    }
  }
}
