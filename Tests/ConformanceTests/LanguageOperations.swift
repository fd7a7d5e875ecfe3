import IR

/// What a kernel may use, by the names of textual IR.
enum LanguageOperations {
  /// Operations of GPU dialects that front ends do not emit, and one whose effect is on a console.
  private static let exempt: Set<Opcode> = [.warpSpecialize, .warpYield, .warpReturn, .print]

  /// The names of all operations that a case must use.
  static let names = Opcode.allCases.filter { !exempt.contains($0) }.map(\.info.name)
    .map { $0 == "builtin.module" ? "module" : $0 }
}
