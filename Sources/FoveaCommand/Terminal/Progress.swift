import FoveaNumerics

/// A line on the standard error that counts what is done, where the wait is long and a person sees it.
struct Progress {
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  private let total: Int
  private let noun: String
  private let isSeen: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var done = 0

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - noun: what is counted.
  ///   - isAlone: whether nothing else is written to the terminal meanwhile.
  init(of total: Int, _ noun: String = "networks", isAlone: Bool) {
    (self.total, self.noun) = (total, noun)
    isSeen = isAlone && total > 1 && Terminal.isTerminal(.error)
  }

  /// Counts some more.
  mutating func advance(by count: Int = 1) {
    done += count
    guard isSeen else { return }
    let now = ContinuousClock.now
    guard now - start >= Self.patience, last.map({ now - $0 >= Self.interval }) ?? true else { return }
    last = now
    Terminal.replaceLine(by: "\(done) of \(total) \(noun)")
  }

  /// Removes the line.
  func end() {
    if last != nil { Terminal.replaceLine() }
  }
}
