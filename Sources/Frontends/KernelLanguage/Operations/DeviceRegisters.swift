/// The device's clock, in nanoseconds. On the interpreter it counts the operations that the program
/// has executed.
///
/// Triton: `tl.extra.cuda.globaltimer`
public func globalTimer() -> Scalar<Int64> {
  inlineAssembly("mov.u64 $0, %globaltimer;", constraints: "=l", result: Int64.self, isPure: false)
}

/// Which multiprocessor runs this program. On the interpreter it is 0.
///
/// Triton: `tl.extra.cuda.smid`
public func multiprocessorID() -> Scalar<Int32> {
  inlineAssembly("mov.u32 $0, %smid;", constraints: "=r", result: Int32.self)
}

/// Waits until the launch before this one has finished writing, where launches overlap. On the
/// interpreter, where they do not, nothing happens.
///
/// Triton: `tl.extra.cuda.gdc_wait`
public func waitForPreviousLaunch() {
  _ = inlineAssembly(
    "griddepcontrol.wait; // $0", constraints: "=r", result: Int32.self, isPure: false)
}

/// Lets the launch behind this one begin, where launches overlap. On the interpreter, where they do
/// not, nothing happens.
///
/// Triton: `tl.extra.cuda.gdc_launch_dependents`
public func allowNextLaunch() {
  _ = inlineAssembly(
    "griddepcontrol.launch_dependents; // $0", constraints: "=r", result: Int32.self,
    isPure: false)
}
