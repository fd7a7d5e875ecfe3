import IR
import Support

/// What libFuzzer calls for each input: reads the `count` bytes at `start` as IR text.
///
/// Every input must end in a module or a diagnostic, and what is read and well formed must be
/// printed so that it reads as the same module again. A trap, an input that takes longer than the
/// time limit or a process above the memory limit ends the run, and libFuzzer writes that input to
/// a file.
/// - Returns: 0, which means that the input counts towards coverage.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAsIRText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let module = try? Module.parse(SourceText(name: "input", bytes: bytes)),
    module.verify().isEmpty
  else { return 0 }
  let text = module.text()
  do {
    let again = try Module.parse(SourceText(name: "printed", text: text))
    if let difference = again.firstDifference(from: module) {
      fatalError("the printed text reads as another module: \(difference)\n\(text)")
    }
  } catch {
    fatalError("the printed text does not read: \(error)\n\(text)")
  }
  return 0
}
