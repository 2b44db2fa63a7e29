import Fovea
import FoveaText

/// Times that were measured, for people and programs.
enum TimeText {
  /// `12.345 ± 0.067`, in milliseconds.
  static func milliseconds(_ times: Times) -> String {
    DecimalText.fixed(times.median * 1e3, digits: 3) + " ± " + DecimalText.fixed(times.spread * 1e3, digits: 3)
  }

  /// How much more time a stack takes than its layer.
  static func change(_ times: StackTimes) -> String { times.change.map(Quantity.signed) ?? "not told" }

  /// A time in whole nanoseconds.
  static func nanoseconds(_ seconds: Double) -> Int { Int(exactly: (seconds * 1e9).rounded()) ?? 0 }
}
