extension OpcodeTable {
  /// Fences between accesses to memory, and between the ways of accessing it (PTX ISA 9.7.13.4).
  static let fences = """
    membar.<cta,gl,sys>
    fence[sc,acq_rel].<$scope>
    fence[sc,acq_rel].cluster :  ; 7.8 sm_90
    fence.mbarrier_init.release.cluster :  ; 8.0 sm_90
    fence.proxy.alias :  ; 7.5
    fence.proxy.async[global,shared::cta,shared::cluster] :  ; 8.0 sm_90
    fence.proxy.tensormap::generic.release.<$scope,cluster> :  ; 8.3 sm_90
    fence.proxy.tensormap::generic.acquire.<$scope,cluster> : [], #128 ; 8.3 sm_90
    griddepcontrol.<wait,launch_dependents> :  ; 7.8 sm_90
    """
}
