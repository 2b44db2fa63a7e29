import Dispatch
import FoveaText

/// A line on the standard error that says what is being done, where the wait is long and a person sees it.
final class ProgressLine: Sendable {
  private struct State {
    /// What was told last.
    var phrase: String?
    /// What the terminal has.
    var shown: String?
    var isEnded = false
  }

  private static let patience = 0.5
  private static let interval = 0.1

  private let state = Guarded(State())

  /// Begins to wait.
  init() {
    // A clock of its own: what is told before a long step is seen while that goes on.
    Self.show(state, on: DispatchQueue(label: "progress"), after: Self.patience)
  }

  private static func show(_ state: Guarded<State>, on queue: DispatchQueue, after seconds: Double) {
    queue.asyncAfter(deadline: .now() + seconds) {
      let isEnded = state.withLock { state in
        if !state.isEnded, let phrase = state.phrase, phrase != state.shown {
          Terminal.replaceLine(by: phrase)
          state.shown = phrase
        }
        return state.isEnded
      }
      if !isEnded { show(state, on: queue, after: interval) }
    }
  }

  /// Tells a phrase.
  func tell(_ phrase: () -> String) {
    let phrase = phrase()
    state.withLock { $0.phrase = phrase }
  }

  /// Removes the line.
  func end() {
    state.withLock { state in
      if state.shown != nil, !state.isEnded { Terminal.replaceLine() }
      state.isEnded = true
    }
  }
}

/// Does work that may take long: a person at a terminal sees how far it is, and searches end with the limit.
///
/// - Parameter isQuiet: whether nobody wants to see it.
func watched<Result>(
  _ phrase: String? = nil, limit: Duration? = nil, isQuiet: Bool = false, _ body: () throws -> Result
) rethrows -> Result {
  let line = !isQuiet && Terminal.isTerminal(.error) ? ProgressLine() : nil
  defer { line?.end() }
  if let phrase { line?.tell { phrase } }
  var listener: (@Sendable (() -> String) -> Void)?
  if let line { listener = { line.tell($0) } }
  return try Watch.$current.withValue(Watch(limit: limit, listener: listener), operation: body)
}
