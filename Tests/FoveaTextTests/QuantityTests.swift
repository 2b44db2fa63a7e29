import FoveaText
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    (0, "0"), (9_999, "9,999"), (10_000, "10.00k"), (25_557_032, "25.56M"), (999_949, "999.9k"), (999_951, "1.000M"),
    (4_089_184_256, "4.089G"), (Int.max, "9.223E"), (-1_234, "-1,234"),
  ])
  func `counts are written with at most four significant digits`(value: Int, text: String) {
    #expect(Quantity.short(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `all digits are written in groups`(value: Int, text: String) {
    #expect(Quantity.exact(value) == text)
  }
}
