import Support

extension PTXReader {
  /// Reads all of the text (PTX ISA 11).
  mutating func readModule() throws(Diagnostic) {
    guard try take(".version") else { throw expected("'.version' at the start of the module") }
    module.version = try version()
    guard try take(".target") else { throw expected("'.target' after the version") }
    module.target = try target()
    while token.kind != .end { try readDeclaration() }
    if let (number, use) = undeclaredFiles.min(by: { $0.value.start < $1.value.start }) {
      throw error("file \(number) is not declared", at: use)
    }
  }

  private mutating func version() throws(Diagnostic) -> PTXVersion {
    let numbers = text.split(separator: ".").map { UInt8($0) }
    guard case .decimal = token.kind, numbers.count == 2, let major = numbers[0],
      let minor = numbers[1]
    else { throw expected("a version such as 8.0") }
    try advance()
    return PTXVersion(Int(major), Int(minor))
  }

  private mutating func target() throws(Diagnostic) -> PTXTarget {
    guard token.kind == .word, let target = PTXTarget(name: text) else {
      throw expected("a target such as sm_90a")
    }
    try advance()
    // `debug` and the like ask for nothing that the module has.
    while try take(sign: ",") { _ = try name(of: "an option of the target") }
    return target
  }

  private mutating func readDeclaration() throws(Diagnostic) {
    if try take(".address_size") {
      _ = try number("the size of addresses", in: 64...64)
    } else if try take(".file") {
      try readFile()
    } else if try take(".section") {
      try skipSection()
    } else if token.is("@") {
      // Debugging information in the old form: `@@DWARF` and data up to the end of the line.
      try advance()
      guard token.is("@") else { throw expected("a declaration") }
      try advanceToNextLine()
    } else {
      try readDefinition()
    }
  }

  private mutating func readDefinition() throws(Diagnostic) {
    let start = token
    var linkage = Linkage.module
    while token.kind == .directive, let found = Linkage(rawValue: String(text.dropFirst())) {
      if linkage != .module { throw error("'\(text)' after '.\(linkage.rawValue)'") }
      linkage = found
      try advance()
    }
    if try take(".entry") {
      try readFunction(.entry, linkage)
    } else if try take(".func") {
      try readFunction(.function, linkage)
    } else if let space = variableSpace, space != .param, space != .local {
      try advance()
      for variable in try variables(in: space, linkage) {
        try declare(variable.name, .variable, at: start)
        module.variables.append(variable)
      }
    } else {
      throw expected("a declaration of a function or a variable")
    }
  }

  /// Makes `name` known in the module.
  mutating func declare(
    _ name: String, _ meaning: ModuleName, at place: PTXToken
  ) throws(Diagnostic) {
    if moduleNames[name] != nil {
      throw error("'\(name)' is declared a second time", at: place)
    }
    moduleNames[name] = meaning
  }

  /// `1 "path"`, perhaps with the file's time and size.
  mutating func readFile() throws(Diagnostic) {
    let start = token
    let fileNumber = try number("the number of a file")
    let path = try string("the path of a file in quotes")
    while try take(sign: ",") { _ = try number("a time or a size", in: 0...Int.max) }
    let isKnown = fileNumbers[fileNumber] != nil && undeclaredFiles[fileNumber] == nil
    let index = fileIndex(fileNumber, at: start)
    if isKnown, module.files[index] != path {
      throw error("file \(fileNumber) is declared a second time", at: start)
    }
    module.files[index] = path
    undeclaredFiles[fileNumber] = nil
  }

  /// The index in the module of the file that the text gives `number`.
  mutating func fileIndex(_ number: Int, at token: PTXToken) -> Int {
    if let index = fileNumbers[number] { return index }
    fileNumbers[number] = module.files.count
    undeclaredFiles[number] = token
    module.files.append("")
    return module.files.count - 1
  }

  /// Debugging information: a name and data in braces.
  private mutating func skipSection() throws(Diagnostic) {
    let start = token
    guard token.kind == .directive || token.kind == .word else {
      throw expected("the name of a section")
    }
    try advance()
    try expect(sign: "{", "before the data of a section")
    while !token.is("}") {
      if token.kind == .end { throw error("section does not end", at: start) }
      try advance()
    }
    try advance()
  }
}
