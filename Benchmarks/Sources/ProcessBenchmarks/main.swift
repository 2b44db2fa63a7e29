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
    arguments: ["report", "specs", "--format", "html", "--output", ".build/bench/html"], runs: 5, milliseconds: 2_500,
    mebibytes: nil),
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

// Over the width of the groups and the size of the input: 200 · 500 points, each of 175 layers.
func sweep(_ sizes: String) -> ProcessRun {
  ProcessRun([
    fovea, "sweep", "specs/zoo/resnet.yaml", "--set", "group_width=64..263", "--input", "3x\(sizes)", "--format", "csv",
  ])
}
let (small, large) = (sweep("224..228"), sweep("224..723"))
let rate = 100_000 / large.milliseconds * 1_000
let isFast = rate >= 10_000 && large.mebibytes <= small.mebibytes + 8
print(
  "\(isFast ? "ok   " : "OVER ")\(Int(rate)) points a second, \(tenths(large.mebibytes)) MiB, and \(tenths(small.mebibytes)) MiB for a "
    + "hundredth of them (goal: 10000, 8 MiB more)  fovea sweep, 100,000 points of resnet50")

func tenths(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
