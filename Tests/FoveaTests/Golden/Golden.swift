import Foundation
import Testing

/// Reference figures, measured with other tools; see `Fixtures/README.md`.
enum Golden {
  struct Totals: Decodable {
    let input, output: [Int]
    let parameters, buffers, macs: Int
  }

  struct Listing: Decodable {
    struct Layer: Decodable {
      let name, type: String
      let input: [[Int]]
      let output: [Int]
      let parameters, macs: Int
    }
    let input: [Int]
    let parameters, macs: Int
    let layers: [Layer]
  }

  struct Field: Decodable {
    let size, distinct: Int
    let stride, padding: Int?
    /// Unit, first row, last row and number of rows.
    let phases: [[Int]]?
  }

  struct Chain: Decodable {
    struct Layer: Decodable {
      let op: String
      let kernel, stride, padding, dilation: Int
    }
    struct Field: Decodable {
      struct Unit: Decodable {
        let o, start, end, count: Int
      }
      let size, distinct: Int
      let stride, padding: Int?
      let units: [Unit]?
    }
    let layers: [Layer]
    let after_each_layer: [Field]
  }

  /// Reads a file of `Fixtures/`.
  static func read<Content: Decodable>(_ file: String, as type: Content.Type = Content.self) throws -> Content {
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
    return try JSONDecoder().decode(Content.self, from: Data(contentsOf: folder.appending(path: file)))
  }
}
