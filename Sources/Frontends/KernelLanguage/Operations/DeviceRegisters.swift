/// The device's clock, in nanoseconds.
///
/// Triton: `tl.extra.cuda.globaltimer`
public func globalTimer() -> Scalar<Int64> {
  inlineAssembly("mov.u64 $0, %globaltimer;", constraints: "=l", result: Int64.self, isPure: false)
}

/// Which multiprocessor runs this program.
///
/// Triton: `tl.extra.cuda.smid`
public func multiprocessorID() -> Scalar<Int32> {
  inlineAssembly("mov.u32 $0, %smid;", constraints: "=r", result: Int32.self)
}

/// Waits until the launch before this one has finished writing, where launches overlap.
///
/// Triton: `tl.extra.cuda.gdc_wait`
public func waitForPreviousLaunch() {
  _ = inlineAssembly(
    "griddepcontrol.wait; // $0", constraints: "=r", result: Int32.self, isPure: false)
}

/// Lets the launch behind this one begin, where launches overlap.
///
/// Triton: `tl.extra.cuda.gdc_launch_dependents`
public func allowNextLaunch() {
  _ = inlineAssembly(
    "griddepcontrol.launch_dependents; // $0", constraints: "=r", result: Int32.self,
    isPure: false)
}
