/// A register that the machine fills (PTX ISA 10). Only `mov` reads it.
package enum SpecialRegister: String, CaseIterable, Hashable, Sendable {
  case threadX = "%tid.x"
  case threadY = "%tid.y"
  case threadZ = "%tid.z"
  case threadCountX = "%ntid.x"
  case threadCountY = "%ntid.y"
  case threadCountZ = "%ntid.z"
  case blockX = "%ctaid.x"
  case blockY = "%ctaid.y"
  case blockZ = "%ctaid.z"
  case blockCountX = "%nctaid.x"
  case blockCountY = "%nctaid.y"
  case blockCountZ = "%nctaid.z"
  case lane = "%laneid"
  case warp = "%warpid"
  case warpCount = "%nwarpid"
  case multiprocessor = "%smid"
  case multiprocessorCount = "%nsmid"
  case grid = "%gridid"
  case laneMaskEqual = "%lanemask_eq"
  case laneMaskLessOrEqual = "%lanemask_le"
  case laneMaskLess = "%lanemask_lt"
  case laneMaskGreaterOrEqual = "%lanemask_ge"
  case laneMaskGreater = "%lanemask_gt"
  case clock = "%clock"
  case clockHigh = "%clock_hi"
  case clock64 = "%clock64"
  case globalTimer = "%globaltimer"
  case dynamicSharedByteCount = "%dynamic_smem_size"
  case sharedByteCount = "%total_smem_size"
  case isExplicitCluster = "%is_explicit_cluster"
  case clusterX = "%clusterid.x"
  case clusterY = "%clusterid.y"
  case clusterZ = "%clusterid.z"
  case clusterCountX = "%nclusterid.x"
  case clusterCountY = "%nclusterid.y"
  case clusterCountZ = "%nclusterid.z"
  case blockInClusterX = "%cluster_ctaid.x"
  case blockInClusterY = "%cluster_ctaid.y"
  case blockInClusterZ = "%cluster_ctaid.z"
  case blockCountInClusterX = "%cluster_nctaid.x"
  case blockCountInClusterY = "%cluster_nctaid.y"
  case blockCountInClusterZ = "%cluster_nctaid.z"
  case blockRankInCluster = "%cluster_ctarank"
  case blockRankCountInCluster = "%cluster_nctarank"

  /// The type of its value.
  package var type: PTXType {
    switch self {
    case .clock64, .globalTimer, .grid: .u64
    case .isExplicitCluster: .pred
    default: .u32
    }
  }

  /// What reading it needs.
  package var requirement: Requirement {
    switch self {
    case .isExplicitCluster, .clusterX, .clusterY, .clusterZ, .clusterCountX, .clusterCountY,
      .clusterCountZ, .blockInClusterX, .blockInClusterY, .blockInClusterZ, .blockCountInClusterX,
      .blockCountInClusterY, .blockCountInClusterZ, .blockRankInCluster, .blockRankCountInCluster:
      Requirement(version: PTXVersion(7, 8), target: PTXTarget(90))
    default: .none
    }
  }
}
