import Fovea
import FoveaFilters
import FoveaNumerics
import KernelSamples

let commands = ["budget": budget, "minimal": minimal, "verify": verify, "algebra": algebra]
let wanted = CommandLine.arguments.dropFirst()
for name in wanted.isEmpty ? ["algebra", "verify", "budget", "minimal"] : Array(wanted) {
  guard let command = commands[name] else {
    print("'\(name)' is none of \(commands.keys.sorted().joined(separator: ", "))")
    continue
  }
  try command()
}

/// The relative errors of searches beside the stated ones, for the families of `KernelFamily`.
func budget() throws {
  print("kernel and channels      family    stated    found    ratio    bound  seconds")
  for row in BudgetTable.rows {
    for (family, stated) in row.errors {
      let target = family.bank(size: row.size, outputs: row.plan.outputs, inputs: row.plan.inputs, seed: 1)
      let (found, seconds) = timed { ApproximateStack(of: target, as: row.plan, seed: 1) }
      let name = row.name.padded(24) + " " + family.rawValue.padded(7)
      let errors = [decimal(stated), decimal(found.error), decimal(found.error / stated, 2), decimal(found.lowerBound)]
      print(name, errors.joined(separator: " "), decimal(seconds, 2))
    }
  }
}

/// Exact stacks of normal random kernels at the dimension bound, and what is found one channel below.
func minimal() throws {
  print("kernel              channels  width  outcome           error   starts  seconds  one channel below")
  for row in MinimalCase.all {
    for (inputs, outputs) in row.channels {
      var generator = SplitMix64(seed: 3)
      let target = FilterBank(
        shape: [row.size, row.size], outputs: outputs, inputs: inputs,
        elements: generator.normals(row.size * row.size * outputs * inputs))
      let hidden = Array(repeating: 1, count: row.kernels.count - 1)
      let plan = StackPlan(kernels: row.kernels, strides: row.strides, widths: [inputs] + hidden + [outputs])
      guard let narrowest = plan.narrowest else { continue }
      let (found, seconds) = timed { MinimalStack(of: target, as: narrowest, seed: 1) }
      let width = narrowest.layers[0].outputs
      let name = row.name.padded(19) + " " + "(\(inputs), \(outputs))".padded(9) + " \(width)".padded(7)
      let outcome =
        "\(found.outcome)".padded(9) + " " + "\(Float(found.error))".padded(13) + " \(found.starts)".padded(7)
      let below = narrowest.with(hidden: hidden.map { _ in width - 1 })
      let fewer = MinimalStack(of: target, as: below, starts: 2, steps: 2000, seed: 1)
      print(name, outcome, decimal(seconds, 2), " \(fewer.outcome)", decimal(fewer.error))
    }
  }
}

/// All tiers of a 7x7 kernel of 64 channels against its stack of three 3x3 over 56x56 pixels.
func verify() throws {
  var generator = SplitMix64(seed: 1)
  let plan = StackPlan(kernels: [3, 3, 3], widths: [64, 64, 64, 64])
  let stack = BankStack(random: plan, using: &generator)
  let window = AxisWindow.checked(kernel: 7, padding: AxisPadding(3))
  let direct = Kernel(stack.composition, windows: [window, window], bias: generator.normals(64))
  let layers = stack.kernels(replacing: direct, plan: plan)
  for _ in 0..<3 {
    let (found, seconds) = try timed { try Equivalence(of: direct, and: layers, input: [56, 56], seed: 1) }
    let tiers = found.tiers.map { "\($0.arithmetic) \(Float($0.ratio))" }
    let outcome = found.passed ? "passed" : "failed"
    print("7x7 64->64 at 56x56 \(outcome) in\(decimal(seconds, 2)) s:", tiers.joined(separator: ", "))
  }
}

/// Decompositions of 600x600 normal random numbers, the shortest of five runs.
func algebra() throws {
  var generator = SplitMix64(seed: 1)
  let matrix = Matrix(rows: 600, columns: 600, elements: generator.normals(360_000))
  let definite = matrix.timesTransposed(matrix)
  let runs: [(String, () -> Int)] = [
    ("product", { (matrix * matrix).rows }),
    ("Cholesky", { Cholesky(definite)?.inverse.rows ?? 0 }),
    ("QR with pivots", { PivotedQR(matrix).rank(tolerance: 1e-12) }),
    ("symmetric eigenvectors", { SymmetricEigen(definite).values.count }),
    ("eigenvalues", { matrix.eigenvalues()?.count ?? 0 }),
    ("all singular vectors", { SingularValues(matrix).values.count }),
    ("64 leading singular vectors", { SingularValues(leading: 64, of: matrix, seed: 1).values.count }),
  ]
  for (name, run) in runs {
    var shortest = Double.infinity
    for _ in 0..<5 { shortest = min(shortest, timed(run).seconds) }
    print(name.padded(28), decimal(1000 * shortest, 0), "ms")
  }
}

func timed<Result>(_ body: () throws -> Result) rethrows -> (result: Result, seconds: Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  return (result, (clock.now - start) / .seconds(1))
}

/// A number with so many digits after the point, in eight columns.
func decimal(_ value: Double, _ digits: Int = 4) -> String {
  let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
  let text = value < 1 / scale && value > 0 ? "\(Float(value))" : "\((value * scale).rounded() / scale)"
  return String(repeating: " ", count: max(8 - text.count, 0)) + text
}

extension String {
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
