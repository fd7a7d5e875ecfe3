/// The operations of the IR, by the names that MLIR gives them.
///
/// To add one: add a case here and its row in `declaration`, declare it in a file of `Ops/`, and
/// follow the compiler's errors; every switch over opcodes is exhaustive on purpose.
public enum Opcode: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  // builtin, tt: structure
  case module, function, `return`, call
  // arith: constants and integers
  case constant
  case addi, subi, muli, divsi, divui, remsi, remui, andi, ori, xori, shli, shrsi, shrui
  case minsi, minui, maxsi, maxui, cmpi
  // arith: floats
  case addf, subf, mulf, divf, remf, negf, minimumf, maximumf, minnumf, maxnumf, cmpf
  // arith: conversions and selection
  case extsi, extui, trunci, extf, truncf, sitofp, uitofp, fptosi, fptoui, arithBitcast, select
  // math
  case floor, ceil, exp, exp2, log, log2, sin, cos, erf, sqrt, rsqrt, absf, absi, fma
  // tt: elementwise
  case intToPtr, ptrToInt, bitcast, fpToFp, clampf, preciseSqrt, preciseDivf, mulhiui, addptr
  case externElementwise, elementwiseInlineAsm, mapElementwise, mapElementwiseReturn
  // tt: programs and creation
  case getProgramID, getNumPrograms, makeRange, splat, unsplat
  // tt: shapes
  case expandDims, reshape, broadcast, cat, join, split, trans, convertLayout
  // tt: memory
  case load, store, atomicRMW, atomicCAS, advance, makeTensorPtr
  // tt: tensor descriptors
  case makeTensorDescriptor, descriptorLoad, descriptorStore, descriptorReduce
  case descriptorGather, descriptorScatter
  // tt: whole tiles
  case dot, dotScaled, reduce, reduceReturn, scan, scanReturn, histogram, gather
  // tt: debugging
  case print, assert
  // scf, cf
  case `for`, `if`, `while`, yield, condition, branch, conditionalBranch
  // ub, gpu, llvm, ttg
  case poison, barrier, assume, warpSpecialize, warpYield, warpReturn

  /// What is true of every operation with this opcode.
  public var info: OpInfo { Self.infos[Int(rawValue)] }

  /// The opcode with `name` in textual IR, such as `tt.load`.
  public init?(name: String) {
    guard let opcode = Self.byName[name] else { return nil }
    self = opcode
  }

  private static let infos: [OpInfo] = allCases.map(\.declaration)

  private static let byName: [String: Opcode] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.info.name, $0) })
}
