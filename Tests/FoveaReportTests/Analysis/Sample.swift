import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaText
import Testing

/// The network of the golden files.
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
}
