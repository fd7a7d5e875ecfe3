import Foundation

extension BenchReport {
  private static let (width, height, margin) = (760.0, 420.0, 60.0)
  private static let colours = ["#0b6e99", "#b4552d", "#3c7d3c", "#6940a5"]

  /// The rates over the lengths of rows, on a logarithmic axis, as a picture that needs nothing
  /// else.
  var plot: String {
    let lengths = Set(rows.map(\.length)).sorted()
    let top =
      (rows.flatMap { [$0.gigabytesPerSecond, $0.copyGigabytesPerSecond] }.max() ?? 1) * 1.1
    guard let first = lengths.first, let last = lengths.last else { return "" }
    let span = max(log2(Double(last)) - log2(Double(first)), 1)
    let x = { (length: Int) in
      Self.margin + (log2(Double(length)) - log2(Double(first))) / span
        * (Self.width - 2 * Self.margin)
    }
    let y = { (rate: Double) in
      Self.height - Self.margin - rate / top * (Self.height - 2 * Self.margin)
    }
    var lines: [String] = []
    for step in 0...5 {
      let rate = top * Double(step) / 5
      lines.append(
        Self.line(from: (Self.margin, y(rate)), to: (Self.width - Self.margin, y(rate)), "#ddd"))
      lines.append(Self.text(String(format: "%.0f", rate), at: (8, y(rate) + 4)))
    }
    for length in lengths {
      lines.append(Self.text("\(length)", at: (x(length) - 14, Self.height - Self.margin + 18)))
    }
    let kernels = BenchKernel.allCases.filter { kernel in rows.contains { $0.kernel == kernel } }
    for (index, kernel) in kernels.enumerated() {
      let own = rows.filter { $0.kernel == kernel }.sorted { $0.length < $1.length }
      let colour = Self.colours[index % Self.colours.count]
      lines.append(Self.curve(own.map { (x($0.length), y($0.gigabytesPerSecond)) }, colour, ""))
      lines.append(
        Self.curve(own.map { (x($0.length), y($0.copyGigabytesPerSecond)) }, colour, "4 4"))
      lines.append(
        Self.text(kernel.rawValue, at: (Self.margin + 150 * Double(index), 24), colour))
    }
    lines.append(
      Self.text(
        "GB/s over elements in a row, bf16, \(device); dashed: a copy of as many bytes",
        at: (Self.margin, Self.height - 12)))
    return "<svg xmlns='http://www.w3.org/2000/svg' width='\(Int(Self.width))' "
      + "height='\(Int(Self.height))' font-family='sans-serif' font-size='12'>"
      + "<rect width='100%' height='100%' fill='white'/>" + lines.joined() + "</svg>\n"
  }

  private static func line(
    from start: (Double, Double), to end: (Double, Double), _ colour: String
  ) -> String {
    String(
      format: "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%@'/>", start.0, start.1,
      end.0, end.1, colour)
  }

  private static func text(
    _ words: String, at place: (Double, Double), _ colour: String = "#333"
  ) -> String {
    String(format: "<text x='%.1f' y='%.1f' fill='%@'>%@</text>", place.0, place.1, colour, words)
  }

  private static func curve(
    _ points: [(Double, Double)], _ colour: String, _ dashes: String
  ) -> String {
    let path = points.map { String(format: "%.1f,%.1f", $0.0, $0.1) }.joined(separator: " ")
    return "<polyline fill='none' stroke='\(colour)' stroke-width='2' "
      + "stroke-dasharray='\(dashes)' points='\(path)'/>"
  }
}
