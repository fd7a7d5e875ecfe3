extension GPU {
  /// How many multiprocessors there are; 1 for an emulated GPU.
  ///
  /// A kernel whose programs take work in turn is often fastest with a few programs for each.
  public var multiprocessorCount: Int {
    switch engine {
    case .cuda(let engine): engine.facts.multiprocessorCount
    case .emulator: 1
    }
  }
}
