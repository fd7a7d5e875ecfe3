import Compiler
import Layouts

/// The layouts of a kernel, each with the tiles that are held so.
struct LayoutReport: Report {
  /// A tile of the kernel.
  struct Tile: Encodable {
    /// What the text calls the value.
    var name: String
    var type: String
    /// Where the program makes it: `file:line`.
    var source: String?
    /// The line there, if it can be read.
    var line: String?
  }

  /// A layout and what has it.
  struct Layout: Encodable {
    /// What the text calls the layout.
    var name: String
    /// The basis vectors, a line for each index of a place.
    var vectors: String
    /// Which element is where, as text.
    var drawing: String
    var tiles: [Tile]

    /// The tiles, below the lines of the source that they come from.
    var caption: String {
      var text: [String] = []
      var latest: String?
      for tile in tiles {
        if let source = tile.source, source != latest {
          text.append(source)
          if let line = tile.line { text.append("  \(line)") }
          latest = source
        }
        text.append("    \(tile.name): \(tile.type)")
      }
      return text.joined(separator: "\n")
    }
  }

  var kernel: String
  var layouts: [Layout]
  /// The layouts as an HTML page that needs nothing else.
  let page: String

  private enum CodingKeys: CodingKey { case kernel, layouts }

  /// The layouts of `tiles`, with at most `limit` rows and columns drawn.
  init(kernel: String, tiles: [LaidOutKernel.Tile], limit: Int) {
    var lines = SourceLines()
    var layouts: [Layout] = []
    var pictures: [LayoutPicture] = []
    for tile in tiles {
      let position = tile.source ?? tile.text
      let entry = Tile(
        name: tile.name, type: tile.type, source: position.map { "\($0.file):\($0.line)" },
        line: position.flatMap { lines.line(at: $0) })
      if let known = layouts.firstIndex(where: { $0.name == tile.layoutName }) {
        layouts[known].tiles.append(entry)
        continue
      }
      let picture = LayoutPicture(of: tile.layout, title: tile.layoutName, limit: limit)
      pictures.append(picture)
      layouts.append(
        Layout(
          name: tile.layoutName, vectors: tile.layout.description, drawing: picture.text,
          tiles: [entry]))
    }
    (self.kernel, self.layouts) = (kernel, layouts)
    page = LayoutPicture.page(
      of: pictures, title: "Layouts of \(kernel)", captions: layouts.map(\.caption))
  }

  var text: String {
    if layouts.isEmpty { return "kernel '\(kernel)' has no tiles" }
    return layouts.map { "\($0.caption)\n\n\($0.drawing)" }.joined(separator: "\n")
  }
}
