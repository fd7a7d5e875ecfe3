import IR

/// What libFuzzer calls for each input: reads the `count` bytes at `start` as IR text.
///
/// Every input must end in a module or a diagnostic. A trap, an input that takes longer than the
/// time limit or a process above the memory limit ends the run, and libFuzzer writes that input to
/// a file.
/// - Returns: 0, which means that the input counts towards coverage.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAsIRText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  _ = String(decoding: bytes, as: UTF8.self)
  return 0
}
