/// Who watches work that may take long: when searches end, and who hears how far it is.
///
/// It is in force for everything inside `Watch.$current.withValue(_:)`. Without one, searches go on to their own end.
package struct Watch: Sendable {
  @TaskLocal package static var current = Watch()

  private let end: ContinuousClock.Instant?
  private let listener: (@Sendable (() -> String) -> Void)?

  /// - Parameters:
  ///   - limit: how long searches may go on from now; for ever where nil.
  ///   - listener: is asked to tell a phrase, and decides whether it makes it.
  package init(limit: Duration? = nil, listener: (@Sendable (() -> String) -> Void)? = nil) {
    end = limit.map { ContinuousClock.now + $0 }
    self.listener = listener
  }

  /// Whether searches have to end with what they have found.
  package static var isOver: Bool { current.end.map { ContinuousClock.now >= $0 } ?? false }

  /// Tells how far the work is.
  package static func tell(_ phrase: @autoclosure () -> String) { current.listener?(phrase) }
}
