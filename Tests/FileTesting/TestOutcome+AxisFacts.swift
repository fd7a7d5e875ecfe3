import IR
import Passes

extension TestOutcome {
  /// What is known of each value of the functions of `module`: a line for each that has a name or is
  /// the only result of an operation.
  static func axisFactLines(of module: borrowing Module) -> [String] {
    var lines: [String] = []
    for function in module.functions {
      guard let entry = module.firstBlock(of: module.region(0, of: function)) else { continue }
      let analysis = AxisAnalysis(of: function, in: module)
      for parameter in module.parameters(of: entry) {
        lines += line(for: parameter, "parameter", analysis, in: module)
      }
      for op in module.descendants(of: function) {
        for value in module.results(of: op) {
          lines += line(for: value, module.info(of: op).name, analysis, in: module)
        }
        for block in module.regions(of: op).flatMap({ module.blocks(in: $0) }) {
          for parameter in module.parameters(of: block) {
            lines += line(for: parameter, "parameter", analysis, in: module)
          }
        }
      }
    }
    return lines
  }

  private static func line(
    for value: ValueID, _ kind: String, _ analysis: AxisAnalysis, in module: borrowing Module
  ) -> [String] {
    guard let facts = analysis.facts(of: value) else { return [] }
    let name = module.name(of: value)
    return ["\(name.isEmpty ? kind : "%" + name): \(facts)"]
  }
}
