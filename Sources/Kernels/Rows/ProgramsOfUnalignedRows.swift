/// How many programs of `layerNormOfUnalignedRows` and `rmsNormOfUnalignedRows` work on `rows` rows of
/// elements of type `element`.
///
/// Those of a program lie as many rows apart as there are elements in 32 bytes.
public func programsOfUnalignedRows<Element>(
  _ rows: Int, rowsPerProgram: Int, element: Element.Type
) -> Int {
  let distance = 32 / MemoryLayout<Element>.size
  let group = distance * rowsPerProgram
  return rowsPerProgram == 1 ? rows : (rows + group - 1) / group * distance
}
