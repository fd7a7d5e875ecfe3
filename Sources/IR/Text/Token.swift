import Support

/// One word, number or sign of textual IR.
struct Token: BitwiseCopyable {
  var kind: Kind
  var start: UInt32
  var end: UInt32

  enum Kind: UInt8 {
    case end
    /// `tt.load`, `loc`, `tensor`
    case word
    /// `%x`
    case value
    /// `@name` or `@"name"`
    case symbol
    /// `^bb1`
    case block
    /// `#loc1`, and `#1` in `%0#1`
    case hash
    /// `!tt.ptr`
    case exclamation
    case integer, float, string
    case leftParenthesis, rightParenthesis, leftBrace, rightBrace, leftBracket, rightBracket
    case less, greater, comma, colon, doubleColon, equal, arrow, minus, star, question
  }

  var range: SourceRange { SourceRange(start: start, end: end) }
}

extension Token.Kind {
  /// The kind in words, for messages.
  var words: String {
    switch self {
    case .end: "the end of the file"
    case .word: "a word"
    case .value: "a value such as %x"
    case .symbol: "a symbol such as @name"
    case .block: "a block such as ^bb1"
    case .hash: "an alias such as #loc1"
    case .exclamation: "a type such as !tt.ptr<f32>"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    default: "'\(sign)'"
    }
  }

  /// How a sign is written; empty for other tokens.
  var sign: String {
    switch self {
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .less: "<"
    case .greater: ">"
    case .comma: ","
    case .colon: ":"
    case .doubleColon: "::"
    case .equal: "="
    case .arrow: "->"
    case .minus: "-"
    case .star: "*"
    case .question: "?"
    default: ""
    }
  }
}
