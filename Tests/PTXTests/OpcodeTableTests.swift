import Testing

@testable import PTX

/// The list of opcodes that may be emitted.
@Suite struct OpcodeTableTests {
  @Test func everyOpcodeIsFoundByItsText() {
    for opcode in PTXOpcode.all {
      #expect(PTXOpcode(opcode.text) == opcode, "\(opcode)")
    }
  }

  @Test func everyOpcodeHasOperandLists() {
    for opcode in PTXOpcode.all {
      #expect(!opcode.operandLists.isEmpty, "\(opcode)")
    }
  }

  @Test(arguments: [
    "add", "add.s8", "add.s32.", "add.s32.s32", "ld.global.v8.f32", "bfe.u32", "", ".",
    "wgmma.mma_async.sync.aligned.m64n40k32.s32.s8.s8", "mma.sync.aligned.m16n8k16.row.row",
    "ld.global.v4.b64", "cvt.f16.f32", "setp.lo.s32",
  ])
  func refusesWhatIsNotListed(text: String) {
    #expect(PTXOpcode(text) == nil)
  }

  @Test func operandsFollowTheWordsOfTheOpcode() throws {
    #expect(
      lists("ld.shared.v4.f32") == ["a vector of 4 registers for f32, an address in shared memory"])
    #expect(lists("ld.global.u8") == ["a register for u8, an address in global memory"])
    #expect(
      lists("atom.global.cas.b64").first?.contains("a register for b64 or a constant") == true)
    let product: PTXOpcode = "wgmma.mma_async.sync.aligned.m64n96k16.f32.bf16.bf16"
    #expect(product.operandLists.count == 2)
    #expect(product.operandLists[0][0].form == .vector(.f32, count: 48))
    #expect(product.operandLists[1][1].form == .vector(.b32, count: 4))
    let copy: PTXOpcode =
      "cp.async.bulk.tensor.3d.shared::cluster.global.mbarrier::complete_tx::bytes.L2::cache_hint"
    #expect(copy.operandLists[0].map(\.form).contains(.tensor(rank: 3)))
    #expect(copy.operandLists[0].count == 4)
  }

  @Test(arguments: [
    ("add.s32", "7.0", "sm_80"), ("cvt.rn.satfinite.e4m3x2.f32", "8.1", "sm_89"),
    ("elect.sync", "8.0", "sm_90"), ("wgmma.fence.sync.aligned", "8.0", "sm_90a"),
    ("add.bf16", "7.8", "sm_90"), ("fence.proxy.alias", "7.5", "sm_80"),
  ])
  func saysWhatAnOpcodeNeeds(text: String, version: String, target: String) throws {
    let requirement = try #require(PTXOpcode(text)).requirement
    #expect("\(requirement.version)" == version)
    #expect("\(requirement.target)" == target)
  }

  @Test func saysWhatExecutingAnOpcodeDoes() throws {
    let barrier: PTXOpcode = "bar.sync"
    #expect(barrier.isAligned && barrier.isConvergent && barrier.hasSideEffects)
    let unaligned: PTXOpcode = "barrier.sync"
    #expect(!unaligned.isAligned && unaligned.isConvergent)
    let shuffle: PTXOpcode = "shfl.sync.bfly.b32"
    #expect(!shuffle.isAligned && shuffle.isConvergent && !shuffle.hasSideEffects)
    let add: PTXOpcode = "add.s32"
    #expect(!add.isConvergent && !add.hasSideEffects && !add.isTerminator && !add.readsMemory)
    let store: PTXOpcode = "st.global.b32"
    #expect(store.hasSideEffects && !store.isConvergent)
    let load: PTXOpcode = "ld.global.b32"
    #expect(load.readsMemory && !load.hasSideEffects)
    let acquire: PTXOpcode = "ld.acquire.gpu.global.b32"
    #expect(acquire.hasSideEffects)
    let branch: PTXOpcode = "bra"
    #expect(branch.isTerminator)
  }

  @Test func makesOpcodesFromTypesAndPlaces() {
    let forms: [(PTXOpcode, PTXOpcode)] = [
      (.typed("mad.lo", .s32), "mad.lo.s32"),
      (.convert("rn.satfinite", to: .e4m3x2, from: .f32), "cvt.rn.satfinite.e4m3x2.f32"),
      (.convert(to: .f32, from: .f16), "cvt.f32.f16"),
      (.compare("lt", .u64), "setp.lt.u64"),
      (
        .load(.b32, count: 4, from: .global, hints: "nc.L1::no_allocate"),
        "ld.global.nc.L1::no_allocate.v4.b32"
      ),
      (.load(.u8, from: .generic, order: "acquire.sys"), "ld.acquire.sys.u8"),
      (.store(.f32, count: 2, to: .shared), "st.shared.v2.f32"),
      (
        .atomic("add.noftz", .f16x2, in: .global, order: "relaxed.gpu"),
        "atom.relaxed.gpu.global.add.noftz.f16x2"
      ),
      (.atomic("add", .f32, in: .global, returnsValue: false), "red.global.add.f32"),
      (
        .warpgroupProduct(columns: 256, depth: 16, .f32, .bf16, .bf16),
        "wgmma.mma_async.sync.aligned.m64n256k16.f32.bf16.bf16"
      ),
      (
        .warpProduct(depth: 8, .f32, .tf32, .tf32),
        "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32"
      ),
    ]
    for (form, opcode) in forms { #expect(form == opcode) }
  }

  private func lists(_ opcode: PTXOpcode) -> [String] {
    opcode.operandLists.map { $0.map(\.description).joined(separator: ", ") }
  }
}
