import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// The network of the golden files, and the files themselves.
enum Sample {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// One of its variants.
  static func network(_ variant: String? = nil) throws -> Network {
    let data = try Data(contentsOf: folder.appending(path: "network.yaml"))
    var options = Specification.Options()
    options.variant = variant
    return Network(Specification(SourceText(path: "network.yaml", bytes: [UInt8](data))), options)
  }

  /// The network of a text.
  static func network(text: String) -> Network {
    Network(Specification(SourceText(path: "text.yaml", text: text)))
  }

  /// Compares a text with a golden file; `FOVEA_RECORD=1` writes it anew.
  static func compare(_ text: String, with name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "differs from \(name); FOVEA_RECORD=1 records it anew")
  }
}
