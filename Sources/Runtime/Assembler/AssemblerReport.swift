import Support

/// What an assembler printed, taken apart.
///
///     ptxas-12.9 softmax.ptx, line 9; error   : Unknown symbol '%tidd'
///     ptxas-12.9 info    : Compiling entry function 'softmax' for 'sm_90a'
///     ptxas-12.9 info    : Function properties for softmax
///         0 bytes stack frame, 0 bytes spill stores, 0 bytes spill loads
///     ptxas-12.9 info    : Used 8 registers, used 0 barriers, 16 bytes smem
package struct AssemblerReport: Hashable, Sendable {
  /// The messages, without those that report resources or time.
  package private(set) var messages: [AssemblerMessage] = []
  /// What the functions need, in the order of the report.
  package private(set) var resources: [FunctionResources] = []

  /// The index in `resources` of the kernel whose registers are reported next.
  private var kernel: Int?
  /// The index in `resources` of the function whose stack is reported next.
  private var function: Int?

  /// The report `text`, in which `names` are what the caller calls the files that it names.
  package init(text: String, names: [String: String] = [:]) {
    for line in text.split(whereSeparator: \.isNewline) { note(line, names) }
  }

  /// The messages for which there is no code.
  package var errors: [AssemblerMessage] {
    messages.filter { $0.severity == .error || $0.severity == .fatal }
  }

  private mutating func note(_ line: Substring, _ names: [String: String]) {
    guard let (severity, place, words) = Self.parts(of: line) else {
      noteStack(line)
      return
    }
    if severity == .info, noteResources(words) { return }
    // Says only that there was an error, which has its own message.
    if severity == .fatal, words == "Ptx assembly aborted due to errors" { return }
    var position = place
    if let file = place?.file, let name = names[file] { position?.file = name }
    messages.append(AssemblerMessage(severity, Self.text(words, naming: names), at: position))
  }

  /// The parts of a line that begins with the assembler's name.
  private static func parts(
    of line: Substring
  ) -> (AssemblerMessage.Severity, SourcePosition?, Substring)? {
    guard line.hasPrefix("ptxas"), let space = line.firstIndex(of: " ") else { return nil }
    let rest = line[line.index(after: space)...]
    for severity in AssemblerMessage.Severity.allCases {
      let name = severity.rawValue
      let mark = name + String(repeating: " ", count: 8 - name.count) + ": "
      guard let range = rest.firstRange(of: mark) else { continue }
      let head = rest[..<range.lowerBound]
      // Words of a message may look like a mark; only a place stands before one.
      guard head.isEmpty || head.hasSuffix("; ") else { continue }
      return (severity, position(head.dropLast(2)), rest[range.upperBound...])
    }
    return nil
  }

  /// The words of a message with the caller's names of the files that they mention.
  private static func text(_ words: Substring, naming names: [String: String]) -> String {
    var text = String(words)
    guard text.contains("/") else { return text }
    for (file, name) in names { text.replace(file, with: name) }
    return text
  }

  /// The place that `text`, such as `softmax.ptx, line 9`, names.
  private static func position(_ text: Substring) -> SourcePosition? {
    guard let mark = text.ranges(of: ", line ").last, let line = Int(text[mark.upperBound...])
    else { return nil }
    return SourcePosition(file: String(text[..<mark.lowerBound]), line: line)
  }

  /// Takes a line of information that reports resources or time; false for any other.
  private mutating func noteResources(_ words: Substring) -> Bool {
    if words.hasPrefix("Compiling entry function '") {
      kernel = index(of: words.dropFirst(26).prefix { $0 != "'" })
    } else if words.hasPrefix("Function properties for ") {
      function = index(of: words.dropFirst(24))
    } else if words.hasPrefix("Used ") {
      guard let kernel else { return true }
      for (count, unit) in Self.counts(in: words.dropFirst(5)) {
        switch unit {
        case "registers": resources[kernel].registerCount = count
        case "barriers": resources[kernel].barrierCount = count
        case "bytes smem": resources[kernel].sharedByteCount = count
        default: break
        }
      }
    } else {
      return words.hasPrefix("Compile time = ") || words.contains(" bytes gmem")
    }
    return true
  }

  /// Takes the line below the properties of a function.
  private mutating func noteStack(_ line: Substring) {
    guard let function else { return }
    for (count, unit) in Self.counts(in: line) {
      switch unit {
      case "bytes stack frame": resources[function].stackByteCount = count
      case "bytes spill stores": resources[function].spillStoreByteCount = count
      case "bytes spill loads": resources[function].spillLoadByteCount = count
      default: break
      }
    }
  }

  /// The numbers of a list such as `8 registers, used 0 barriers` with what they count.
  private static func counts(in list: Substring) -> [(Int, String)] {
    list.split(separator: ",").compactMap { entry in
      var words = entry.split(separator: " ")
      if words.first == "used" { words.removeFirst() }
      guard let count = words.first.flatMap({ Int($0) }) else { return nil }
      return (count, words.dropFirst().joined(separator: " "))
    }
  }

  private mutating func index(of name: Substring) -> Int {
    if let index = resources.firstIndex(where: { $0.name == name }) { return index }
    resources.append(FunctionResources(name: String(name)))
    return resources.count - 1
  }
}
