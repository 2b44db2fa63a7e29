import FoveaText
import Testing

@Suite struct TextTableTests {
  /// A table like a report's, with a path of 20 columns, an operator of 13 and a bar.
  private func table(width: Int) -> [Substring] {
    let columns = [
      TextTable.Column(title: "layer", isRight: false, role: .plain, cells: ["stage.body.0.conv_12"], floor: 12),
      TextTable.Column(
        title: "operator", isRight: false, role: .dim, cells: ["conv_transpos"], floor: 8, priority: 3),
      TextTable.Column(title: "share", isRight: true, role: .plain, cells: ["100.0%"], priority: 2),
      TextTable.Column(
        title: "", isRight: false, role: .bar, cells: ["████████████████"], narrowCells: ["██████"], priority: 1),
    ]
    return TextTable.text(columns, width: width).plain.split(separator: "\n")
  }

  @Test(arguments: [
    (61, "stage.body.0.conv_12  conv_transpos  100.0%  ████████████████"),
    (60, "stage.body.0.conv_12  conv_transpos  100.0%  ██████"),
    (50, "stage.body.0.conv_12  conv_transpos  100.0%"),
    (42, "stage.body.0.conv_12  conv_transpos"),
    (34, "stage.body.0.conv_12  conv_…anspos"),
    (32, "stage.body.0.conv_12  conv…nspos"),
    (29, "stage.body.0.conv_12"),
    (19, "stage.bod…0.conv_12"),
  ])
  func `a table gives up its bar first and its paths last`(width: Int, row: String) {
    #expect(table(width: width)[2] == row)
  }
}
