import Foundation
import Testing

/// Recorded texts beside the tests that compare with them.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["FOVEA_RECORD"] == "1"
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// Compares a text with a recorded one; `FOVEA_RECORD=1` records it anew.
  static func compare(_ text: String, with name: String, in folder: String) throws {
    let file = tests.appending(path: folder).appending(path: "Golden").appending(path: name)
    if isRecording { try Data(text.utf8).write(to: file) }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "differs from \(name); FOVEA_RECORD=1 records it anew")
  }
}
