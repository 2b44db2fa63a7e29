import Fovea
import FoveaGraph
import FoveaReport
import FoveaText

/// The rows of a sweep in one of the formats.
struct SweepOutput: Sendable {
  private let format: Sweep.Format
  private let grid: SweepGrid
  private let outputs: [String]
  private let table: SweepText?

  init(format: Sweep.Format, evaluator: SweepEvaluator, outputs: [String]) {
    (self.format, grid, self.outputs) = (format, evaluator.grid, outputs)
    switch format {
    case .text:
      let last = evaluator.grid.count - 1
      table = SweepText(
        evaluator.grid, outputs: outputs, corners: evaluator.points(0..<1) + evaluator.points(last..<last + 1),
        width: Terminal.size.columns)
    case .csv, .jsonl: table = nil
    }
  }

  /// What stands before the first row.
  var header: StyledText {
    switch format {
    case .text: table?.header ?? StyledText()
    case .csv: StyledText(SweepCSV.header(grid, outputs: outputs))
    case .jsonl: StyledText()
    }
  }

  func rows(_ points: [SweepPoint]) -> StyledText {
    var text = StyledText()
    for point in points {
      switch format {
      case .text: if let table { text.append(table.row(point)) }
      case .csv: text.append(SweepCSV.row(point, outputs: outputs))
      case .jsonl: text.append(SweepJSON.line(point, grid))
      }
    }
    return text
  }
}
