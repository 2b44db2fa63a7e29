/// How much of what is counted is done, on a ``ProgressLine``.
struct Progress {
  private let total: Int
  private let noun: String
  private let line: ProgressLine?
  private var done = 0

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - noun: what is counted.
  ///   - isAlone: whether nothing else is written to the terminal meanwhile.
  init(of total: Int, _ noun: String = "networks", isAlone: Bool) {
    (self.total, self.noun) = (total, noun)
    line = isAlone && total > 0 && Terminal.isTerminal(.error) ? ProgressLine() : nil
    tell()
  }

  /// Counts some more.
  mutating func advance(by count: Int = 1) {
    done += count
    tell()
  }

  private func tell() { line?.tell { "\(done) of \(total) \(noun)" } }

  /// Removes the line.
  func end() { line?.end() }
}
