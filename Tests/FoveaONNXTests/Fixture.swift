import Foundation
import Testing

@testable import FoveaONNX

/// The files of networks that other people wrote, without their weights; see `Fixtures/README.md`.
enum Fixture {
  static func path(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appending(path: "Fixtures/\(name).onnx").path()
  }

  static func file(_ name: String) throws -> ModelFile { try ModelFile(FileBytes(mapping: path(name))) }
}
