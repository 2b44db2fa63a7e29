/// Measures `fovea` as a process, from its start to its end: argument 1 is the binary.
guard CommandLine.arguments.count == 2 else { preconditionFailure("usage: ProcessBenchmarks <fovea>") }
let fovea = CommandLine.arguments[1]

struct Goal {
  let arguments: [String]
  let runs: Int
  let milliseconds: Double
  let mebibytes: Double?
}

let goals = [
  Goal(
    arguments: ["analyze", "specs/zoo/resnet.yaml", "--variant", "resnet152", "--format", "json"], runs: 50,
    milliseconds: 10, mebibytes: 25),
  Goal(arguments: ["analyze", "specs/zoo", "--format", "json"], runs: 5, milliseconds: 1_000, mebibytes: nil),
  Goal(
    arguments: ["report", "specs", "--output", ".build/bench/markdown"], runs: 5, milliseconds: 2_500, mebibytes: nil),
  Goal(
    arguments: ["lint", "--exit-zero", "--format", "concise", ".build/thousand/blocks"], runs: 5, milliseconds: 1_500,
    mebibytes: nil),
  Goal(
    arguments: ["lint", "--exit-zero", "--format", "concise", ".build/thousand/flat"], runs: 5, milliseconds: 1_500,
    mebibytes: nil),
]

print("fovea as a process: median time and largest peak of memory")
for goal in goals {
  let runs = (0..<goal.runs).map { _ in ProcessRun([fovea] + goal.arguments) }
  let times = runs.map(\.milliseconds).sorted()
  let median = times[times.count / 2]
  let peak = runs.map(\.mebibytes).max() ?? 0
  let isMet = median <= goal.milliseconds && goal.mebibytes.map { peak <= $0 } ?? true
  let limit = goal.mebibytes.map { ", \(Int($0)) MiB" } ?? ""
  print(
    "\(isMet ? "ok   " : "OVER ")\(tenths(median)) ms, \(tenths(peak)) MiB (goal: \(Int(goal.milliseconds)) ms\(limit))",
    goal.arguments.joined(separator: " "), separator: "  fovea ")
}

func tenths(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
