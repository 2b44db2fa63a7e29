import Foundation
import Testing

/// One set of findings in every format: the golden files beside this one, and what readers of the formats say.
///
/// `FOVEA_RECORD=1 swift test --filter FormatTests` writes the golden files anew.
@Suite struct FormatTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  private static let names = ["branches.yaml", "clean.yaml", "family.yaml", "hostile%2C,::.yaml"]
  private static let formats = [
    "text", "concise", "json", "jsonl", "sarif", "github", "junit", "checkstyle", "markdown",
  ]

  private static func report(_ format: String) throws -> String {
    let outcome = try Tool.run(
      "lint", "--select", "default,large-kernel", "--format", format, names[0], names[1], names[2], names[3], in: folder
    )
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    return outcome.output
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: formats) func `the report is that of the golden file`(format: String) throws {
    let text = try Self.report(format)
    let file = Self.folder.appending(path: format + ".txt")
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil { try Data(text.utf8).write(to: file) }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: formats) func `nothing that a terminal obeys is in a report`(format: String) throws {
    let scalars = try Self.report(format).unicodeScalars
    #expect(!scalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(!scalars.contains { "\u{202E}\u{200F}".unicodeScalars.contains($0) })
  }

  @Test(.enabled(if: Published.hasValidator, Published.missing))
  func `SARIF keeps the schema that OASIS publishes`() throws {
    let complaints = try Published.complaints(about: ["report": try Self.report("sarif")], by: nil)
    #expect(complaints == ["report": nil])
    let broken = try Self.report("sarif").replacing("\"startLine\": ", with: "\"startLin\": ")
    #expect(try Published.complaints(about: ["report": broken], by: nil) != ["report": nil])
  }

  @Test(.enabled(if: Published.hasXMLChecker, "xmllint is not there; `.ci/setup --tests` installs it"))
  func `JUnit and Checkstyle keep their schemas`() throws {
    for format in ["junit", "checkstyle"] {
      let text = try Self.report(format)
      #expect(try Published.complaint(about: text, by: "\(format).xsd") == nil)
      #expect(try Published.complaint(about: text.replacing(" line=", with: " row="), by: "\(format).xsd") != nil)
    }
  }

  @Test func `SARIF has what code scanning shows`() throws {
    let log = try Self.object(try Self.report("sarif"))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    for key in ["name", "version", "semanticVersion", "informationUri"] { #expect(driver[key] is String, "\(key)") }
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      let help = rule["help"] as? [String: Any]
      let texts = [
        rule["id"], (rule["shortDescription"] as? [String: Any])?["text"],
        (rule["fullDescription"] as? [String: Any])?["text"], help?["text"], help?["markdown"],
        (rule["defaultConfiguration"] as? [String: Any])?["level"],
      ]
      #expect(texts.allSatisfy { ($0 as? String)?.isEmpty == false }, "\(rule["id"] ?? "")")
    }
    let results = try #require(run["results"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let place = ((result["locations"] as? [[String: Any]])?.first)?["physicalLocation"] as? [String: Any]
      let region = try #require(place?["region"] as? [String: Int])
      #expect(region["startLine"] == region["endLine"])
      #expect(try #require(region["endColumn"]) >= (try #require(region["startColumn"])))
      let artifact = try #require(place?["artifactLocation"] as? [String: String])
      #expect(artifact["uri"].flatMap { URL(string: $0) } != nil && artifact["uriBaseId"] == "%SRCROOT%")
      let fingerprints = result["partialFingerprints"] as? [String: String]
      #expect(fingerprints?["primaryLocationLineHash"]?.isEmpty == false)
    }
    let join = try #require(results.first { $0["ruleId"] as? String == "join-shape-mismatch" })
    #expect((join["relatedLocations"] as? [Any])?.count == 3)
    #expect(results.contains { $0["fixes"] != nil })
    let hostile = try #require(results.last?["locations"] as? [[String: Any]])
    let place = try #require(
      (hostile[0]["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: String])
    #expect(place["uri"] == "hostile%252C%2C%3A%3A.yaml")
  }

  /// GitHub's runner takes a command apart at the first `::` after the properties, and these at commas, before it
  /// decodes.
  @Test func `annotations survive the runner of GitHub`() throws {
    let lines = try Self.report("github").split(separator: "\n")
    let concise = try Self.report("concise").split(separator: "\n")
    #expect(lines.count == concise.count)
    let last = try #require(lines.last)
    let parts = try #require(last.wholeMatch(of: /::(?<command>[a-z]+) (?<properties>.*?)::(?<message>.*)/))
    func decoded(_ text: some StringProtocol) -> String {
      [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")].reduce(String(text)) {
        $0.replacing($1.0, with: $1.1)
      }
    }
    let properties = Dictionary(
      uniqueKeysWithValues: parts.output.properties.split(separator: ",").map { property in
        let pair = property.split(separator: "=", maxSplits: 1)
        return (String(pair[0]), decoded(pair[1]))
      })
    #expect(parts.output.command == "warning")
    #expect(properties["file"] == "hostile%2C,::.yaml" && properties["line"] == "6" && properties["col"] == "31")
    #expect(properties["endColumn"] == "37" && properties["title"] == "fovea skipped-pixels")
    let message = decoded(parts.output.message)
    #expect(message.contains("`50%, ::error::<b>&`x`|[y](z)\"]]> \\u{202E}\\u{200F}.0`"))
    #expect(message.split(separator: "\n").count == 2)
  }

  @Test func `the problem matcher reads every line`() throws {
    let file = Tool.package.appending(path: ".github/problem-matcher.json")
    let matchers = try Self.object(try String(contentsOf: file, encoding: .utf8))["problemMatcher"] as? [[String: Any]]
    let pattern = try #require((matchers?.first?["pattern"] as? [[String: Any]])?.first)
    let expression = try NSRegularExpression(pattern: try #require(pattern["regexp"] as? String))
    let findings = try #require(try Self.object(try Self.report("json"))["findings"] as? [[String: Any]])
    let lines = try Self.report("concise").split(separator: "\n").map(String.init)
    #expect(lines.count == findings.count)
    for (line, finding) in zip(lines, findings) {
      let match = try #require(
        expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)), "\(line)")
      func group(_ name: String) -> String? {
        (pattern[name] as? Int).flatMap { Range(match.range(at: $0), in: line) }.map { String(line[$0]) }
      }
      #expect(group("file") == finding["path"] as? String)
      #expect(group("line") == (finding["line"] as? Int).map(String.init))
      #expect(group("column") == (finding["column"] as? Int).map(String.init))
      #expect(group("severity") == finding["severity"] as? String)
      #expect(group("code") == finding["rule"] as? String)
      #expect(group("message")?.isEmpty == false)
    }
  }
}
