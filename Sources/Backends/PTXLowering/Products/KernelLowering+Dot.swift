import IR
import Layouts
import PTX
import Passes
import Support

extension KernelLowering {
  /// Writes a matrix product: with matrix instructions where there are some for it, else with
  /// multiplications of single elements.
  mutating func lowerDot(_ op: OpID) throws(Diagnostic) {
    let dot = Dot(reading: op, of: module)
    let product = MatrixProduct(of: op, in: module)
    if product.fitsMatrixInstructions {
      try multiplyByMatrices(op, dot, product)
    } else {
      try multiplyByElements(op, dot, product)
    }
  }
}
