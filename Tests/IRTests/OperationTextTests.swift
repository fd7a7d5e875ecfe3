import IR
import Testing

/// Every operation is read and written in its own form and in the generic one.
struct OperationTextTests {
  @Test(arguments: OperationText.simple + OperationText.nested)
  func readsAndWritesItself(_ operation: OperationText) throws {
    let module = try parse(operation.module)
    #expect(module.verify().isEmpty)
    #expect(module.text(locations: false) == operation.module)
  }

  @Test(arguments: OperationText.simple + OperationText.nested)
  func genericFormMeansTheSame(_ operation: OperationText) throws {
    let module = try parse(operation.module)
    let generic = module.genericText(locations: false)
    let again = try parse(generic)
    #expect(again.firstDifference(from: module) == nil)
    #expect(again.text(locations: false) == operation.module)
  }

  @Test func everyOperationIsTested() throws {
    var missing = Set(Opcode.allCases).subtracting([.module])
    for operation in OperationText.simple + OperationText.nested {
      let module = try parse(operation.module)
      for op in module.descendants(of: module.root) { missing.remove(module.opcode(of: op)) }
    }
    #expect(missing.isEmpty)
  }
}
