/// Execution ends with the report that the block keeps: an error that costs nothing to pass on.
struct Stop: Error {}
