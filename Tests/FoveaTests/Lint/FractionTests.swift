import Testing

@testable import Fovea

struct FractionTests {
  @Test func `fractions are kept in lowest terms`() {
    #expect(Fraction(6, 4) == Fraction(3, 2))
    #expect(Fraction(-8, 4) == Fraction(-2))
    #expect(Fraction(0, 7) == .zero)
    #expect(Fraction(1, 0) == nil)
  }

  @Test(arguments: [
    (Fraction(1, 2), "0.5"), (Fraction(-1, 2), "-0.5"), (Fraction(7, 4), "1.75"), (Fraction(8, 2), "4"),
    (Fraction(2, 3), "2/3"),
  ])
  func `a fraction is a decimal where it is short`(fraction: Fraction?, text: String) {
    #expect(fraction?.description == text)
  }

  @Test func `sums, products and quotients are exact`() throws {
    let (half, third) = (try #require(Fraction(1, 2)), try #require(Fraction(1, 3)))
    #expect(half.adding(third) == Fraction(5, 6))
    #expect(half.multiplied(by: third) == Fraction(1, 6))
    #expect(half.divided(by: third) == Fraction(3, 2))
    #expect(half.divided(by: .zero) == nil)
    #expect(half.exceeds(third))
    #expect(!third.exceeds(half))
  }

  @Test func `what does not fit in 64 bits is not known`() throws {
    let small = try #require(Fraction(1, .max))
    #expect(small.multiplied(by: small) == nil)
    #expect(Fraction(.max).adding(Fraction(1)) == nil)
    #expect(Fraction(.min, 1) == nil)
  }
}
