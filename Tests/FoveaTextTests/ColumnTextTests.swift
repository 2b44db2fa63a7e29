import FoveaText
import Testing

@Suite struct ColumnTextTests {
  @Test(arguments: [15, 18, 20, 24])
  func `names that differ stay different`(width: Int) {
    let paths = (0..<12).flatMap { block in
      (2..<6).map { "layer3.\(block).main.conv_bn_\($0).batch_norm" }
    }
    let short = ColumnText.shortened(paths, to: width)
    #expect(short.allSatisfy { ColumnText.width($0) <= width })
    if width > 18 { #expect(Set(short).count == paths.count, "\(short)") }
  }

  @Test(arguments: [
    ("layer1.conv", 11, "layer1.conv"), ("layer1.conv", 6, "la…onv"), ("層層層層", 5, "層…層"), ("abc", 1, "…"),
    ("abc", 0, ""),
  ])
  func `names are shortened in the middle`(text: String, width: Int, short: String) {
    #expect(ColumnText.shortened(text, to: width) == short)
  }
}
