/// A line on the standard error that counts what is done, where the wait is long and a person sees it.
struct Progress {
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  private let total: Int
  private let isSeen: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var done = 0

  /// Begins to count.
  ///
  /// - Parameter isAlone: whether nothing else is written to the terminal meanwhile.
  init(of total: Int, isAlone: Bool) {
    self.total = total
    isSeen = isAlone && total > 1 && Terminal.isTerminal(.error)
  }

  /// Counts one more.
  mutating func advance() {
    done += 1
    guard isSeen else { return }
    let now = ContinuousClock.now
    guard now - start >= Self.patience, last.map({ now - $0 >= Self.interval }) ?? true else { return }
    last = now
    Terminal.write("\r\(done) of \(total) networks", to: .error)
  }

  /// Removes the line.
  func end() {
    if last != nil { Terminal.write("\r\u{1B}[K", to: .error) }
  }
}
