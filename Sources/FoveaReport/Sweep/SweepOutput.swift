package import Fovea
package import FoveaText

/// The rows of a sweep in one of the formats.
package struct SweepOutput: Sendable {
  private let format: RowFormat
  private let grid: SweepGrid
  private let outputs: [String]
  private let table: SweepText?

  /// Creates the output of a grid.
  ///
  /// - Parameters:
  ///   - outputs: the names of the network's outputs.
  ///   - width: the columns of a table for people.
  package init(format: RowFormat, evaluator: SweepEvaluator, outputs: [String], width: Int) {
    (self.format, grid, self.outputs) = (format, evaluator.grid, outputs)
    switch format {
    case .text:
      let last = evaluator.grid.count - 1
      table = SweepText(
        evaluator.grid, outputs: outputs, corners: evaluator.points(0..<1) + evaluator.points(last..<last + 1),
        width: width)
    case .csv, .json, .jsonl: table = nil
    }
  }

  /// What stands before the first row.
  package var header: StyledText {
    switch format {
    case .text: table?.header ?? StyledText()
    case .csv: StyledText(SweepCSV.header(grid, outputs: outputs))
    case .json: StyledText("[")
    case .jsonl: StyledText()
    }
  }

  /// What stands behind the last row.
  package var footer: StyledText {
    switch format {
    case .text, .csv, .jsonl: StyledText()
    case .json: StyledText("\n]\n")
    }
  }

  /// The rows of some points, the first of which has the number `start` in the grid.
  package func rows(_ points: [SweepPoint], from start: Int) -> StyledText {
    var text = StyledText()
    for (index, point) in points.enumerated() {
      switch format {
      case .text: if let table { text.append(table.row(point)) }
      case .csv: text.append(SweepCSV.row(point, outputs: outputs))
      case .json: text.append((start + index == 0 ? "\n  " : ",\n  ") + SweepJSON.object(point, grid))
      case .jsonl: text.append(SweepJSON.object(point, grid) + "\n")
      }
    }
    return text
  }
}
