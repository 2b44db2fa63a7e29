import Foundation
import Testing

@testable import FoveaReport

@Suite struct ColourTests {
  /// Colours in linear light as people see them who lack one kind of cones, after Machado, Oliveira and Fernandes
  /// (2009).
  private static let visions: [(name: String, matrix: [[Double]])] = [
    ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    (
      "deuteranopia",
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    (
      "tritanopia",
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
  ]

  @Test func `colours differ for every kind of colour vision, by 15 in CIELAB`() {
    for palette in [ChartStyle.colours.map(\.light), ChartStyle.colours.map(\.dark)] {
      for (name, matrix) in Self.visions {
        let seen = palette.map { Self.lab(Self.product(matrix, Self.linear($0))) }
        for (index, one) in seen.enumerated() {
          for other in seen[..<index] {
            let distance = zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            #expect(distance > 15, "\(palette[index]) with \(name)")
          }
        }
      }
    }
  }

  @Test func `colours stand out from the ground by a contrast of 3`() {
    for colour in ChartStyle.colours {
      #expect(Self.contrast(colour.light, ChartStyle.ground.light) >= 3, "\(colour.light)")
      #expect(Self.contrast(colour.dark, ChartStyle.ground.dark) >= 3, "\(colour.dark)")
    }
  }

  private static func linear(_ colour: String) -> [Double] {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    return [number >> 16, number >> 8 & 255, number & 255].map { byte in
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ colour: [Double]) -> Double {
    0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let lights = [luminance(linear(one)), luminance(linear(other))].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func product(_ matrix: [[Double]], _ colour: [Double]) -> [Double] {
    matrix.map { row in min(1, max(0, zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 })) }
  }

  private static func lab(_ colour: [Double]) -> [Double] {
    func root(_ share: Double) -> Double { share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116 }
    let x = root((0.4124 * colour[0] + 0.3576 * colour[1] + 0.1805 * colour[2]) / 0.9505)
    let y = root(luminance(colour))
    let z = root((0.0193 * colour[0] + 0.1192 * colour[1] + 0.9505 * colour[2]) / 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
