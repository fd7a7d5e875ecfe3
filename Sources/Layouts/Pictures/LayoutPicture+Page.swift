extension LayoutPicture {
  /// The picture as an SVG image that needs nothing else: a colour for each lane, a lightness for
  /// each warp, the indices of a place where the pointer rests.
  public var svg: String {
    var drawing = Drawing(columns: min(size.columns, limit))
    drawing.write(title, isHeading: true)
    for remark in remarks { drawing.write(remark) }
    for grid in grids {
      if !grid.heading.isEmpty { drawing.write(grid.heading) }
      drawing.draw(grid)
    }
    let omissions = [
      (size.rows, "rows"), (size.columns, "columns"), (leadingShape.reduce(1, *), "grids"),
    ]
    for (count, name) in omissions where count > limit {
      drawing.write("\(count - limit) more \(name) are not shown")
    }
    return drawing.svg
  }

  /// The pictures below each other as an HTML page that needs nothing else.
  ///
  /// - Parameter captions: what stands beside each picture, as code; nothing where there is none.
  public static func page(
    of pictures: [LayoutPicture], title: String, captions: [String] = []
  ) -> String {
    let figures = pictures.enumerated().map { position, picture in
      let caption = captions.indices.contains(position) ? captions[position] : ""
      let side =
        caption.isEmpty ? "" : "<figcaption><pre>\(caption.escapedForMarkup)</pre></figcaption>\n"
      return "<figure>\n\(side)<div>\(picture.svg)</div></figure>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(title.escapedForMarkup)</title>
      <style>
      body { font-family: system-ui, sans-serif; margin: 2em; background: white; color: black }
      figure { margin: 0 0 2em; display: flex; gap: 2em; align-items: flex-start }
      figure div { overflow-x: auto }
      figcaption { flex: 0 0 24em; max-width: 24em }
      pre { margin: 0; white-space: pre-wrap }
      </style>
      </head>
      <body>
      <h1>\(title.escapedForMarkup)</h1>
      \(figures.joined(separator: "\n"))
      </body>
      </html>

      """
  }
}

/// An SVG image that grows downwards.
private struct Drawing {
  private let columns: Int
  private var body = ""
  private var height = 0
  private var width: Int

  private static let (cellWidth, cellHeight, lineHeight, margin) = (64, 22, 20, 36)

  init(columns: Int) {
    self.columns = columns
    width = Self.margin + columns * Self.cellWidth + 1
  }

  mutating func write(_ line: String, isHeading: Bool = false) {
    height += Self.lineHeight
    let weight = isHeading ? " font-weight=\"bold\"" : ""
    body += "<text x=\"0\" y=\"\(height - 6)\"\(weight)>\(line.escapedForMarkup)</text>\n"
    // No character of this size is wider than eight units.
    width = max(width, 8 * line.count)
  }

  mutating func draw(_ grid: LayoutGrid) {
    body += "<g text-anchor=\"middle\">\n"
    for column in 0..<columns {
      body += label(column, x: center(of: column), y: height + 14)
    }
    height += Self.lineHeight
    for (row, places) in grid.cells.enumerated() {
      body += label(row, x: Self.margin / 2, y: height + 15)
      for (column, place) in places.enumerated() { draw(place, row: row, column: column) }
      height += Self.cellHeight
    }
    body += "</g>\n"
    height += 8
  }

  private mutating func draw(_ place: LayoutPlace?, row: Int, column: Int) {
    let x = Self.margin + column * Self.cellWidth
    let fill = place.map { "hsl(\($0.hue * 360 / 32), 70%, \(88 - 8 * ($0.shade % 6))%)" } ?? "none"
    body += "<g><title>\(place?.explanation ?? "held nowhere")</title>"
    body += "<rect x=\"\(x)\" y=\"\(height)\" width=\"\(Self.cellWidth)\" "
    body += "height=\"\(Self.cellHeight)\" fill=\"\(fill)\" stroke=\"gray\"/>"
    body += "<text x=\"\(center(of: column))\" y=\"\(height + 15)\">"
    body += "\(place?.label ?? "-")</text></g>\n"
  }

  private func label(_ index: Int, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" fill=\"gray\">\(index)</text>\n"
  }

  private func center(of column: Int) -> Int {
    Self.margin + column * Self.cellWidth + Self.cellWidth / 2
  }

  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height + 1)" \
    font-family="monospace" font-size="11">
    <rect width="100%" height="100%" fill="white"/>
    \(body)</svg>

    """
  }
}

extension String {
  /// This text with the characters that mean something in XML written as entities.
  fileprivate var escapedForMarkup: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
