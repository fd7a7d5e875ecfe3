import Support

extension Module {
  /// The module in MLIR's textual form, which `parse` reads back.
  ///
  /// A module that is not well formed is written in the generic form throughout, as the other forms
  /// leave out what its rules make redundant.
  ///
  /// - Parameters:
  ///   - locations: whether to write where everything comes from.
  ///   - notes: what a comment says of a value, behind the operation that makes it.
  public func text(
    locations: Bool = true, notes: SecondaryMap<ValueID, String> = SecondaryMap()
  ) -> String {
    var printer = Printer(of: copy(), hasLocations: locations, isGeneric: !verify().isEmpty)
    printer.notes = notes
    printer.printModule()
    return printer.finish()
  }

  /// What the text calls each value, with `%`.
  public func valueNames() -> SecondaryMap<ValueID, String> {
    var printer = Printer(of: copy(), hasLocations: false, isGeneric: false)
    for function in functions { printer.nameValues(in: function) }
    return printer.names
  }

  /// The module in MLIR's generic form, in which all operations look alike.
  public func genericText(locations: Bool = true) -> String {
    var printer = Printer(of: copy(), hasLocations: locations, isGeneric: true)
    printer.printModule()
    return printer.finish()
  }
}

/// Writes a module as text.
struct Printer: ~Copyable {
  let module: Module
  let hasLocations: Bool
  /// Only the generic form is used.
  let isGeneric: Bool
  var output = ""
  private var indentation = 0

  var names: SecondaryMap<ValueID, String> = SecondaryMap()
  /// What comments say of values.
  var notes: SecondaryMap<ValueID, String> = SecondaryMap()
  var blockNames: SecondaryMap<BlockID, Int> = SecondaryMap()
  var locationAliases: LocationAliases

  init(of module: consuming Module, hasLocations: Bool, isGeneric: Bool) {
    (self.hasLocations, self.isGeneric) = (hasLocations, isGeneric)
    locationAliases = LocationAliases()
    self.module = module
  }

  consuming func finish() -> String { output }
}

// MARK: - Pieces of text

extension Printer {
  mutating func write(_ text: String) { output += text }

  /// Ends the line and begins the next one.
  mutating func newLine() {
    output += "\n"
    for _ in 0..<indentation { output += "  " }
  }

  mutating func indent() { indentation += 1 }
  mutating func outdent() { indentation -= 1 }

  /// `%a, %b`
  mutating func write(_ values: some Sequence<ValueID>) {
    var isFirst = true
    for value in values {
      if !isFirst { output += ", " }
      isFirst = false
      output += names[value] ?? "%?"
    }
  }

  mutating func write(_ value: ValueID) { output += names[value] ?? "%?" }

  /// `type, type`
  mutating func writeTypes(of values: some Sequence<ValueID>) {
    write(values.map { module.type(of: $0).description }.joined(separator: ", "))
  }

  /// ` {…}` with the attributes of `op` but those in `hidden`; nothing if there are none.
  mutating func writeAttributes(of op: OpID, hiding hidden: [String] = [], before: String = " ") {
    var list = module.attributes(of: op)
    for name in hidden { list[name] = nil }
    if !list.isEmpty { write(before + list.text) }
  }

  /// ` loc(…)`; nothing if the location is not known, which is what a reader takes from nothing.
  mutating func writeLocation(_ id: LocationID) {
    guard hasLocations, id != .unknown else { return }
    write(" loc(" + locationAliases.reference(to: module.location(id)) + ")")
  }

  /// `(types) -> types`
  func functionType(of op: OpID) -> String {
    FunctionType(
      parameters: module.operands(of: op).map { module.type(of: $0) },
      results: module.results(of: op).map { module.type(of: $0) }
    ).text
  }
}

// MARK: - The module

extension Printer {
  mutating func printModule() {
    let root = module.root
    let functions = module.ops(in: module.body)
    for op in functions { nameValues(in: op) }
    if hasLocations { write(collectLocations()) }
    write("module")
    let attributes = module.attributes(of: root)
    if case .string(let name)? = attributes["sym_name"] { write(" @" + name.symbolText) }
    writeAttributes(of: root, hiding: ["sym_name"], before: " attributes ")
    write(" {")
    indent()
    for op in functions {
      newLine()
      printOperation(op)
    }
    outdent()
    newLine()
    write("}")
    writeLocation(module.origin(of: root).location)
    write("\n")
    if hasLocations { write(locationAliases.takeDefinitions()) }
  }

  /// Gives aliases to all locations, and returns those that the text needs first.
  ///
  /// A parameter's alias must be defined before it is named, an operation's may be later.
  private mutating func collectLocations() -> String {
    let ops = module.descendants(of: module.root)
    for op in ops {
      for region in module.regions(of: op) {
        for block in module.blocks(in: region) {
          for parameter in module.parameters(of: block) {
            locationAliases.add(module.location(of: parameter))
          }
        }
      }
    }
    let definitions = locationAliases.takeDefinitions()
    locationAliases.add(module.location(of: module.root))
    for op in ops { locationAliases.add(module.location(of: op)) }
    return definitions
  }

  /// An operation with its results and its location, without the end of the line.
  mutating func printOperation(_ op: OpID) {
    printResults(of: op)
    if isGeneric { printGeneric(op) } else { printCustom(op) }
    writeLocation(module.origin(of: op).location)
    let remarks = module.results(of: op).compactMap { notes[$0] }
    if !remarks.isEmpty { write("  // " + remarks.joined(separator: ", ")) }
  }

  /// `%a, %b:2 = `
  private mutating func printResults(of op: OpID) {
    let results = module.results(of: op)
    if results.isEmpty { return }
    var groups: [(name: String, count: Int)] = []
    for result in results {
      let name = names[result] ?? "%?"
      let base = String(name.prefix { $0 != "#" })
      if groups.last?.name == base {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((base, 1))
      }
    }
    let texts = groups.map { $0.count == 1 ? $0.name : "\($0.name):\($0.count)" }
    write(texts.joined(separator: ", ") + " = ")
  }

  private mutating func printCustom(_ op: OpID) {
    let opcode = module.opcode(of: op)
    if case .generic = opcode.syntax { return printGeneric(op) }
    write(opcode.info.name)
    switch opcode.syntax {
    case .format(let format): printFormat(format, op)
    case .generic, .module: break
    case .function: printFunction(op)
    case .constant: printConstant(op)
    case .select: printSelect(op)
    case .dotScaled: printDotScaled(op)
    case .inlineAssembly: printInlineAssembly(op)
    case .print: printPrint(op)
    case .loop: printLoop(op)
    case .conditional: printConditional(op)
    case .whileLoop: printWhileLoop(op)
    case .branch: printBranch(op)
    case .conditionalBranch: printConditionalBranch(op)
    case .warpSpecialize: printWarpSpecialize(op)
    }
  }
}
