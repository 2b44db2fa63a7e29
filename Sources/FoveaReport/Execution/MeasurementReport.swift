package import Fovea
import FoveaGraph
package import FoveaText

/// The times of a network's layers for people and programs.
package struct MeasurementReport {
  private let title: String
  private let machine: String
  private let measurement: NetworkMeasurement
  private let paths: [String]

  /// Creates the report of a measurement; `machine` says what it was made on.
  package init(title: String, machine: String, _ measurement: NetworkMeasurement) {
    self.title = title
    self.machine = machine
    self.measurement = measurement
    paths = measurement.rows.map { measurement.graph.path(of: $0.layer) }
  }

  private static let headings = ["layer", "output", "macs", "algorithm", "ms", "± ms", "share", "GFLOP/s", "of peak"]

  private var cells: [[String]] {
    zip(measurement.rows, paths).map { row, path in
      if row.convolution != nil {
        return [path, measurement.graph.shape(of: row.layer).description, "", "fused", "", "", "", "", ""]
      }
      return [
        path, measurement.graph.shape(of: row.layer).description, Quantity.short(row.macs),
        row.algorithm?.rawValue ?? "", milliseconds(row.times.median), milliseconds(row.times.spread),
        measurement.total.median > 0 ? Quantity.percent(row.times.median / measurement.total.median) : "",
        row.gigaflops.map { DecimalText.fixed($0, digits: 1) } ?? "",
        measurement.shareOfPeak(macs: row.macs, seconds: row.times.median).map(Quantity.percent) ?? "",
      ]
    }
  }

  private var footer: [String] {
    let seconds = measurement.total.median
    let rate = seconds > 0 ? 2 * Double(measurement.macs) / seconds / 1e9 : 0
    return [
      "total", "", Quantity.short(measurement.macs), "", milliseconds(seconds),
      milliseconds(measurement.total.spread), "", DecimalText.fixed(rate, digits: 1),
      measurement.shareOfPeak(macs: measurement.macs, seconds: seconds).map(Quantity.percent) ?? "",
    ]
  }

  /// How the figures are meant.
  private var convention: String {
    "batch \(measurement.batch); a layer that is fused is computed with the convolution before it and counts there; medians of \(measurement.repetitions) runs, ± the distance between the quartiles; "
      + "\(machine); GFLOP/s count two operations for each multiply-accumulate of the layer, also where Winograd's "
      + "transforms need fewer, so that its share of the peak can be above 100 %; the peak, multiply-adds on registers alone, is "
      + "\(DecimalText.fixed(measurement.peak / 1e9, digits: 1)) GFLOP/s"
  }

  /// A table for a terminal of `width` columns.
  package func text(width: Int) -> StyledText {
    var text = StyledText(VisibleText.escape(title), .strong)
    text.append("\n\n")
    let (cells, footer) = (cells, footer)
    let columns = Self.headings.enumerated().map { index, heading in
      TextTable.Column(
        title: heading, isRight: index != 0 && index != 3, role: .plain,
        cells: cells.map { VisibleText.escape($0[index]) }, footer: footer[index], floor: index == 0 ? 16 : 0,
        priority: [Int.max, 0, 2, 4, Int.max, 1, 3, 5, 6][index])
    }
    text.append(TextTable.text(columns, width: width))
    text.append(ColumnText.wrapped(words: convention, width: width) + "\n", .legend)
    return text
  }

  /// A section of GitHub Markdown.
  ///
  /// - Parameter hasLegend: whether it is told how the figures are meant.
  package func markdown(hasLegend: Bool = true) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = "## \(AnalysisMarkdown.escape(title))\n\n" + line(Self.headings)
    text += line(Self.headings.indices.map { $0 == 0 || $0 == 3 ? ":--" : "--:" })
    for row in cells { text += line(row.map(AnalysisMarkdown.escape)) }
    text += line(footer)
    return hasLegend ? text + "\n_\(AnalysisMarkdown.escape(convention))_\n" : text
  }

  /// Writes an object; times are in nanoseconds.
  package func write(to json: inout JSONWriter) {
    json.object {
      $0.member("network", measurement.graph.name)
      $0.member("variant", measurement.graph.variant)
      $0.member("batch", measurement.batch)
      $0.member("repetitions", measurement.repetitions)
      $0.member("machine", machine)
      $0.member("peak_flops_per_second", Int(exactly: measurement.peak.rounded()) ?? 0)
      $0.member("macs", measurement.macs)
      $0.member("median_ns", TimeText.nanoseconds(measurement.total.median))
      $0.member("spread_ns", TimeText.nanoseconds(measurement.total.spread))
      $0.member("layers") { json in
        json.array { json in
          for (row, path) in zip(measurement.rows, paths) {
            json.object(.inline) {
              $0.member("path", path)
              $0.member("macs", row.macs)
              $0.member("algorithm", row.algorithm?.rawValue)
              $0.member("fused_with", row.convolution.map { measurement.graph.path(of: $0) })
              $0.member("median_ns", row.convolution == nil ? TimeText.nanoseconds(row.times.median) : nil)
              $0.member("spread_ns", row.convolution == nil ? TimeText.nanoseconds(row.times.spread) : nil)
              $0.member("flops_per_second", row.gigaflops.flatMap { Int(exactly: ($0 * 1e9).rounded()) })
              $0.member("percent_of_peak", percent(row))
            }
          }
        }
      }
    }
  }

  private func milliseconds(_ seconds: Double) -> String { DecimalText.fixed(seconds * 1_000, digits: 3) }

  private func percent(_ row: NetworkMeasurement.Row) -> Int? {
    measurement.shareOfPeak(macs: row.macs, seconds: row.times.median).flatMap { Int(exactly: (100 * $0).rounded()) }
  }
}
