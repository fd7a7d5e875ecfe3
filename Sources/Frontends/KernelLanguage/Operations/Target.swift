/// What the kernel is being compiled for.
///
///     if currentTarget().hasComputeCapability(atLeast: 9) { … } else { … }
///
/// Triton: `tl.target_info.current_target`
public func currentTarget() -> TargetInfo { Trace.required.target }
