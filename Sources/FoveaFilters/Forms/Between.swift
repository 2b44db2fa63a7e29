/// What stands between the layers of a stack.
package enum Between: Hashable, Sendable {
  case nothing
  case rectifier
}
