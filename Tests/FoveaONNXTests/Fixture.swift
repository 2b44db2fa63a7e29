import Foundation
import Testing

@testable import FoveaONNX

/// The files of networks that other people wrote, without their weights; see `Fixtures/README.md`.
struct Fixture: CustomTestStringConvertible, Sendable {
  /// What other programs find in a file.
  struct Expected: Decodable {
    let input: [Int]
    let macs: Int?
    let weight_elements: Int
    let outputs: [[Extent]]
    let nodes: Int
  }

  /// An extent; nil for one that is not a number.
  struct Extent: Decodable {
    let value: Int?

    init(from decoder: any Decoder) throws {
      value = try? decoder.singleValueContainer().decode(Int.self)
    }
  }

  let name: String
  let path: String
  let expected: Expected

  var testDescription: String { name }

  var file: ModelFile { get throws { try ModelFile(FileBytes(mapping: path)) } }

  static var folder: String { Bundle.module.resourceURL?.appending(path: "Fixtures/").path() ?? "" }

  static func file(_ name: String) throws -> ModelFile { try ModelFile(FileBytes(mapping: folder + name + ".onnx")) }

  /// The files of this package.
  static let own = read(folder)

  /// The files of the folder that `FOVEA_ONNX_FILES` names; none where it names none.
  static let all = ProcessInfo.processInfo.environment["FOVEA_ONNX_FILES"].map { read($0 + "/") } ?? own

  private static func read(_ folder: String) -> [Fixture] {
    guard let data = FileManager.default.contents(atPath: folder + "expected.json"),
      let files = try? JSONDecoder().decode([String: Expected].self, from: data)
    else { return [] }
    return files.sorted { $0.key < $1.key }.map { name, expected in
      Fixture(name: name, path: folder + name + ".onnx", expected: expected)
    }
  }
}
