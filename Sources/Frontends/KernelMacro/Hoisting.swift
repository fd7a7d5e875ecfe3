/// What is being hoisted out of a statement.
struct Hoisting {
  /// Whether operators may be hoisted out of the expression that is visited.
  var isEnabled = false
  /// Whether the expression to be visited next is a statement's whole value, which stays in place.
  var isAtRoot = false
  /// The statements to be put in front of the statement.
  var text = ""
  /// How many calls visited so far stay in place, and so run after what is hoisted from here on.
  var callsLeftInPlace = 0
}
