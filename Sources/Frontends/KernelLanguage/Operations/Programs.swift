import TileSemantics

/// The place of this program in the grid, along `axis`.
///
/// - Parameter axis: 0, 1 or 2; anything else is reported.
///
/// Triton: `tl.program_id`
public func programID(_ axis: Int = 0) -> Scalar<Int32> {
  Tile { try $0.programID(axis: axis) }
}

/// How many programs the grid has along `axis`.
///
/// - Parameter axis: 0, 1 or 2; anything else is reported.
///
/// Triton: `tl.num_programs`
public func numPrograms(_ axis: Int = 0) -> Scalar<Int32> {
  Tile { try $0.numPrograms(axis: axis) }
}
