import FoveaFilters
import FoveaNumerics
import KernelSamples

/// A stack with the relative errors that searches reached for it where they were designed, one for each family of
/// kernels.
struct BudgetTable {
  let name: String
  let size: Int
  let plan: StackPlan
  let errors: [(family: KernelFamily, stated: Double)]

  static let rows: [BudgetTable] = narrow + deep + [wide] + stem

  /// 5x5 of 16 channels, as many hidden ones as the first number.
  private static let narrow: [BudgetTable] = [
    pair(8, 0.656, 0.462, 0.235), pair(12, 0.472, 0.266, 0.115), pair(16, 0.295, 0.107, 0.047),
    pair(20, 0.120, 0.0255, 0.0154), pair(24, 0.0051, 0.0022, 0.0018), pair(25, 1e-6, 5e-4, 5e-4),
  ]

  /// 7x7 of 16 channels.
  private static let deep: [BudgetTable] = [
    triple(16, 8, 0.757, 0.509, 0.275), triple(16, 16, 0.436, 0.167, 0.064), triple(16, 20, 0.254, 0.063, 0.029),
    triple(16, 24, 0.081, 0.020, 0.013),
  ]

  private static let wide = triple(64, 64, 0.449, 0.183, 0.073)

  /// 7x7/2 from colours to 64 channels.
  private static let stem: [BudgetTable] = [
    strided(4, 0.163), strided(8, 0.050), strided(10, 0.029), strided(12, 0.017), strided(15, 0.0078),
  ]

  private static func pair(_ width: Int, _ gauss: Double, _ smooth: Double, _ gabor: Double) -> BudgetTable {
    BudgetTable(
      name: "5x5 16-\(width)-16", size: 5, plan: StackPlan(kernels: [3, 3], widths: [16, width, 16]),
      errors: [(.gauss, gauss), (.smooth, smooth), (.gabor, gabor)])
  }

  private static func triple(
    _ channels: Int, _ width: Int, _ gauss: Double, _ smooth: Double, _ gabor: Double
  ) -> BudgetTable {
    BudgetTable(
      name: "7x7 \(channels)-\(width)-\(width)-\(channels)", size: 7,
      plan: StackPlan(kernels: [3, 3, 3], widths: [channels, width, width, channels]),
      errors: [(.gauss, gauss), (.smooth, smooth), (.gabor, gabor)])
  }

  private static func strided(_ width: Int, _ error: Double) -> BudgetTable {
    BudgetTable(
      name: "7x7/2 3-\(width)-64", size: 7,
      plan: StackPlan(kernels: [3, 3], strides: [2, 1], widths: [3, width, 64]),
      errors: [(.stem, error)])
  }
}
