import IR
import Layouts
import Passes
import Support

/// A kernel whose tiles are spread over threads, for people to read.
package struct LaidOutKernel: Sendable {
  /// A value that is a tile, with the threads that hold it.
  package struct Tile: Sendable {
    /// What the text calls the value, with `%`.
    package var name: String
    /// Its type as the text has it.
    package var type: String
    /// What the text calls the layout: `#0`.
    package var layoutName: String
    /// Which place holds which element.
    package var layout: LinearLayout
    /// Where the user's program made the value, as far as the program says so.
    package var source: SourcePosition?
    /// Where the text that was parsed makes the value.
    package var text: SourcePosition?
  }

  /// The module as text: the layouts first, and behind each operation those of its results.
  package var text: String
  /// The tiles of the kernel, in the order of the text.
  package var tiles: [Tile] = []

  /// `kernel` of `module`, whose tiles are held as `layouts` says.
  package init(_ kernel: OpID, of module: borrowing Module, by layouts: TileLayouts) {
    let names = module.valueNames()
    var known: [LinearLayout: String] = [:]
    var legend = ""
    var notes = SecondaryMap<ValueID, String>()
    var found: [Tile] = []
    func add(_ value: ValueID, _ source: SourcePosition?, _ text: SourcePosition?, _ type: Type) {
      guard let layout = layouts[value] else { return }
      let name = known[layout] ?? "#\(known.count)"
      if known.updateValue(name, forKey: layout) == nil { legend += layout.legend(name) }
      notes[value] = name
      found.append(
        Tile(
          name: names[value] ?? "%?", type: "\(type)", layoutName: name, layout: layout,
          source: source, text: text))
    }
    for op in module.descendants(of: kernel) {
      let isParsed = !module.origin(of: op).range.isNone
      let text = isParsed ? module.diagnostic("", at: op).position : nil
      let source = module.location(of: op).position
      for result in module.results(of: op) { add(result, source, text, module.type(of: result)) }
      for region in module.regions(of: op) {
        for block in module.blocks(in: region) {
          for parameter in module.parameters(of: block) {
            add(
              parameter, module.location(of: parameter).position ?? source, text,
              module.type(of: parameter))
          }
        }
      }
    }
    tiles = found
    self.text = legend + module.text(locations: false, notes: notes)
  }
}

extension LinearLayout {
  /// The lines of comments that say what `name` stands for.
  fileprivate func legend(_ name: String) -> String {
    let lines = description.split(separator: "\n")
    let indentation = String(repeating: " ", count: name.count + 2)
    return lines.enumerated().map { number, line in
      "// " + (number == 0 ? "\(name): " : indentation) + line + "\n"
    }.joined()
  }
}
