import Dispatch
import FoveaNumerics
import FoveaText

/// Independent work on all cores, whose results are used in order.
enum Parallel {
  /// How many results are held at once: enough that no core waits long for the slowest of them.
  private static let window = 64

  /// Transforms elements on all cores, and gives the results to `use` in the order of the elements.
  ///
  /// A single element starts no thread.
  static func forEach<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result, use: (Result) throws -> Void
  ) rethrows {
    try forEach(below: elements.count, { transform(elements[$0]) }, use: use)
  }

  /// The same for the numbers from 0, of which no list is held.
  static func forEach<Result: Sendable>(
    below count: Int, _ transform: @Sendable (Int) -> Result, use: (Result) throws -> Void
  ) rethrows {
    if count == 1 { return try use(transform(0)) }
    for start in stride(from: 0, to: count, by: window) {
      let size = min(window, count - start)
      let results = Guarded<[Result?]>(Array(repeating: nil, count: size))
      DispatchQueue.concurrentPerform(iterations: size) { index in
        let result = transform(start + index)
        results.withLock { $0[index] = result }
      }
      for case let result? in results.withLock({ $0 }) { try use(result) }
    }
  }

  /// The transformed elements in their order.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(elements.count)
    forEach(elements, transform) { results.append($0) }
    return results
  }
}
