/// What reads an input and reports what is wrong with it.
///
/// Takes the bytes of the file and its name; gives the rendered diagnostics in the order of their
/// report, each `name:line:column: error: message`, the source line, and a line with a caret. Empty
/// if the input is a well-formed module that passes the verifier.
typealias MalformedInputDiagnosis = @Sendable (_ bytes: [UInt8], _ name: String) -> [String]

/// The reader under test. While it is nil, only the corpus itself is checked.
let diagnoseMalformedInput: MalformedInputDiagnosis? = nil
