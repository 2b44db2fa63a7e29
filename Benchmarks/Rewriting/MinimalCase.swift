/// A kernel for which a stack at the dimension bound is searched.
struct MinimalCase {
  let name: String
  let size: Int
  let kernels: [Int]
  let strides: [Int]
  let channels: [(inputs: Int, outputs: Int)]

  static let all: [MinimalCase] = [
    MinimalCase(
      name: "5x5 as 3x3 3x3", size: 5, kernels: [3, 3], strides: [1, 1],
      channels: [
        (1, 1), (1, 2), (1, 8), (1, 32), (2, 2), (2, 4), (2, 8), (3, 3), (3, 16), (4, 4), (4, 8), (6, 6), (8, 8),
      ]),
    MinimalCase(
      name: "7x7 as 3x3 3x3 3x3", size: 7, kernels: [3, 3, 3], strides: [1, 1, 1],
      channels: [(1, 1), (2, 2), (3, 3), (4, 4)]),
    MinimalCase(
      name: "7x7 as 5x5 3x3", size: 7, kernels: [5, 3], strides: [1, 1], channels: [(1, 1), (2, 2), (3, 3), (4, 4)]),
    MinimalCase(
      name: "7x7/2 as 3x3/2 3x3", size: 7, kernels: [3, 3], strides: [2, 1],
      channels: [(1, 1), (2, 2), (3, 8), (3, 64)]),
  ]
}
