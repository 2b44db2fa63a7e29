import Benchmark
import CYAMLEvents

/// The shortest time of a phase in nanoseconds a layer, over several rounds: what else runs only adds to it.
func nanosecondsPerLayer(of description: FlatDescription, rounds: Int = 7) throws -> [Phase: Double] {
  var best: [Phase: Double] = [:]
  // Rounds, so that all phases see the machine's fast and slow moments.
  for _ in 0..<rounds {
    let suite = BenchmarkSuite(name: "flat")
    for phase in Phase.allCases {
      suite.benchmark(phase.rawValue, settings: Iterations(max(3, 50_000 / description.layers))) { state in
        try phase.run(description, &state)
      }
    }
    var runner = BenchmarkRunner(suites: [suite], settings: [Quiet(true), Format(.none)])
    try runner.run()
    for result in runner.results {
      guard let phase = Phase(rawValue: result.benchmarkName), let time = result.measurements.min() else { continue }
      best[phase] = min(best[phase] ?? .infinity, time / Double(description.layers))
    }
  }
  return best
}

// Else a run begins with the pages that the run before it left, more or less by chance, and the system's work for the
// others weighs as much as a phase. ProcessBenchmarks counts it in full.
keep_memory()

let goal = (ratio: 3.0, growth: 10.0)

print("A flat network, from its text to its figures, in ns a layer (goal: all ≤ 3 × libyaml, growth < 10 %)")
print(["input".padded(12), "layers".padded(8)] + Phase.allCases.map { $0.rawValue.padded(10) } + ["ratio", "growth"])
for input in ["3x224x224", "3x?x?"] {
  var first: Double?
  for layers in [1_000, 10_000, 100_000] {
    let times = try nanosecondsPerLayer(of: FlatDescription(layers: layers, input: input))
    guard let all = times[.all], let yaml = times[.libyaml] else { continue }
    let growth = (all / (first ?? all) - 1) * 100
    first = first ?? all
    print(
      [input.padded(12), String(layers).padded(8)]
        + Phase.allCases.map { (times[$0].map { rounded($0) } ?? "").padded(10) }
        + [
          rounded(all / yaml, places: 2) + mark(all / yaml <= goal.ratio),
          rounded(growth) + " %" + mark(growth < goal.growth),
        ])
  }
}

func print(_ columns: [String]) {
  print(columns.joined(separator: " "))
}

func mark(_ isMet: Bool) -> String { isMet ? " ok  " : " OVER" }

func rounded(_ value: Double, places: Int = 0) -> String {
  guard places > 0 else { return String(Int(value.rounded())) }
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

extension String {
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
