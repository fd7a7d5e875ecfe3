extension OpcodeTable {
  /// Moves, the reading of special registers, and packing registers into wider ones
  /// (PTX ISA 9.7.9.2, 9.7.9.3).
  static let moves = """
    mov.pred : =pred, pred^
    mov.<T=b16,$int,f32,f64> : =T, T^
    mov.b32 : =b32, b32^ / =b32, {2*b16!} / ={2*b16_}, b32!
    mov.b64 : =b64, b64^ / =b64, {2*b32!} / ={2*b32_}, b64! / =b64, {4*b16!} / ={4*b16_}, b64!
    mov.b128 : =b128, {2*b64!} / ={2*b64_}, b128! ; 8.3
    """
}
