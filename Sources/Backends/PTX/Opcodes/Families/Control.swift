extension OpcodeTable {
  /// Branches, calls and the end of a thread (PTX ISA 9.7.12, 9.7.19).
  static let control = """
    bra[uni] : @
    call[uni] : $ / $, () / =(), $ / =(), $, ()
    ret[uni]
    exit
    trap
    brkpt
    nanosleep.u32 : u32
    """
}
