import Foundation
import Fovea
import FoveaGraph
import FoveaLanguage
import Testing

/// What the JSON Schema of the language accepts and refuses, by the published validator.
@Suite(.enabled(if: Published.hasValidator, Published.missing)) struct SchemaTests {
  private static func complaints(_ documents: [String: String]) throws -> [String: String?] {
    try Published.complaints(about: documents, by: LanguageSchema.text)
  }

  private static func texts(below folder: String) throws -> [String: String] {
    let url = Tool.package.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: url.path()).filter { $0.hasSuffix(".yaml") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try String(contentsOf: url.appending(path: $0), encoding: .utf8)) })
  }

  @Test func `the command prints it, or writes it to a file`() throws {
    let scratch = try Scratch()
    let printed = try Tool.run("schema", in: scratch.directory)
    #expect(printed.status == 0 && printed.error.isEmpty && printed.output == LanguageSchema.text)
    let written = try Tool.run("schema", "--output", "a.json", in: scratch.directory)
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(try scratch.text(of: "a.json") == LanguageSchema.text)
  }

  @Test func `every spec of the repository is accepted`() throws {
    let texts = try Self.texts(below: "specs")
    #expect(texts.count >= 30)
    #expect(try Self.complaints(texts).compactMapValues(\.self) == [:])
  }

  @Test func `what the rules' examples are made of is accepted`() throws {
    var texts: [String: String] = [:]
    for rule in RuleCatalog.all {
      for (index, example) in (rule.accepted + rule.flagged).enumerated() {
        texts["\(rule.name) \(index)"] = example.text
        if let fixed = example.fixedText { texts["\(rule.name) \(index) fixed"] = fixed }
      }
    }
    #expect(try Self.complaints(texts).compactMapValues(\.self) == [:])
  }

  @Test func `a network that is written out flat is accepted`() throws {
    let flat = try Tool.run("expand", "specs/zoo/resnet.yaml", "--variant", "resnet50").output
    #expect(try Self.complaints(["resnet50": flat]).compactMapValues(\.self) == [:])
  }

  /// Layers that a schema can judge, and whether they are right.
  private static let layers: [(text: String, isRight: Bool)] = [
    ("conv: {out: 8, kernel: 3}", true), ("conv: {out: 4 * in.channels, kernel: [1, size // 2]}", true),
    ("conv: {out: 8, kernel: 0}", false), ("conv: {out: 8.5, kernel: 3}", false), ("conv: {out: 8}", false),
    ("conv: {out: 8, kernal: 3, kernel: 3}", false), ("conv: {out: 8, kernel: [1, 2, 3, 4]}", false),
    ("conv: {out: 8, kernel: 3, bias: 1}", false), ("conv: {out: 8, kernel: 3, bias: stride == 1}", true),
    ("conv: {out: 8, kernel: 3, padding: same}", true), ("conv: {out: 8, kernel: 3, padding: -1}", false),
    ("conv: {out: 8, kernel: 3, padding: [[0, 1], [1, 0]]}", true),
    ("conv: {out: 8, kernel: 3, padding: [[0, 1, 2]]}", false), ("conv: {out: {}, kernel: 3}", false),
    ("conv: {out: 100000001, kernel: 3}", false), ("conv: {out: 'a; b', kernel: 3}", false), ("conv", false),
    ("conv: 3", false), ("relu", true), ("relu:", true), ("relu: {slope: 1}", false), ("add", false),
    ("leaky_relu: {slope: 0.2}", true), ("leaky_relu: {slope: '0.1 * 2'}", true), ("leaky_relu: {slope: 1e9}", false),
    ("add: {main: [relu], shortcut: []}", true), ("add: {}", false), ("add: [relu]", false), ("add: {a: 3}", false),
    ("parameter: {shape: [64, in.height, 1], init: 1}", true), ("parameter: {shape: [0]}", false),
    ("parameter", false),
    ("{parameter: {shape: [64]}, name: a}", true), ("{parameter: {shape: [64]}, from: a}", false),
    ("parameter: {shape: [64, true]}", false), ("concat: {axis: height, a: [], b: stem}", true),
    ("concat: {axis: 3, a: []}", false), ("concat: {a: []}", true),
    ("{concat: {a: []}, repeat: 2, first: {axis: height}}", true), ("concat: {a: [conv: {out: 1}]}", false),
    ("{concat: {a: []}, repeat: 2, first: {b: []}}", false), ("concat: {axis: [relu], a: []}", false),
    ("add: {main: [conv: {out: 1}], shortcut: []}", false), ("add: {main: [{conv: {out: 1, kernal: 1}}]}", false),
    ("{relu: {}, name: a.b, repeat: 2, first: {}, when: width > 2}", true), ("{relu: {}, repeat: 0}", false),
    ("{relu: {}, first: {}}", false), ("{relu: {}, name: 3}", false), ("{relu: {}, name: a..b}", false),
    ("{relu: {}, nam: a}", false), ("{relu: {}, sigmoid: {}}", false), ("{name: a}", false), ("[relu]", false),
    ("{conv: {out: 8, kernel: 3}, stride: 2}", false),
    ("{conv: {out: 8, kernel: 3}, repeat: 2, first: {strid: 2}}", false),
    ("my_block", true), ("my_block: {width: [1, 2], mode: same}", true), ("my_block: {a b: 3}", false),
    ("my_block: 3", false), ("my-block: {}", false), ("opaque: {shape: [8, ?, ?], receptive_field: global}", true),
    ("opaque: {shape: '8x?x?', receptive_field: {size: 3}}", true),
    ("opaque: {shape: [8], receptive_field: {stride: 1}}", false),
    ("opaque: {shape: unknown, macs: many}", true), ("opaque: {shape: [], macs: -1}", false),
    ("reshape: {shape: [-1, 4]}", true), ("reshape: {shape: [-2, 4]}", false), ("permute: {order: [1, 2, 4]}", false),
    ("upsample: {to: stem.conv, mode: bilinear}", true), ("upsample: {scale: 2, align_corners: often?}", false),
  ]

  @Test func `layers are judged as far as a schema can`() throws {
    let head = "fovea: 1\ninput: 3x32x32\nblocks: {my_block: {layers: []}}\nlayers:\n  - "
    let documents = Dictionary(uniqueKeysWithValues: Self.layers.map { ($0.text, head + $0.text) })
    let complaints = try Self.complaints(documents)
    for (text, isRight) in Self.layers {
      let complaint = try #require(complaints[text])
      #expect((complaint == nil) == isRight, "\(text): \(complaint ?? "accepted")")
    }
  }

  /// Parts of documents that a schema can judge, and whether they are right.
  private static let parts: [(text: String, isRight: Bool)] = [
    ("fovea: 1\ninput: 3x8x8", true), ("fovea: 2\ninput: 3x8x8", false), ("input: 3x8x8", false), ("fovea: 1", false),
    ("fovea: 1\ninput: 3x8x8\ninputs: {a: 3x8x8}", false), ("fovea: 1\ninputs: {a: [3, h, ?]}", true),
    ("fovea: 1\ninput: 3x8x8x8x8", false), ("fovea: 1\ninput: 0x8x8", false), ("fovea: 1\ninput: 16", true),
    ("fovea: 1\ninput: 3x8x8\nblock: {}", false), ("fovea: 1\ninput: 3x8x8\noutputs: [a, b.0]", true),
    ("fovea: 1\ninput: 3x8x8\noutputs: 3", false), ("fovea: 1\ninput: 3x8x8\nlayers: [conv2d: {out: 1}]", false),
    ("fovea: 1\ninput: 3x8x8\nparams: {width: 3, half: 2}", false),
    ("fovea: 1\ninput: 3x8x8\nparams: {width: {a: 1}}", false),
    ("fovea: 1\ninput: 3x8x8\nparams: {width: 3}\nvariants: {small: , large: {width: 2 * 3}}", true),
    ("fovea: 1\ninput: 3x8x8\ndefaults: {conv: {out: 3, kernel: 1}}\nblocks: {a: {layers: [conv]}}", true),
    ("fovea: 1\ninput: 3x8x8\ndefaults: {conv: {bias: false}}\nblocks: {a: {layers: [conv]}}", false),
    ("fovea: 1\ninput: 3x8x8\ndefaults: {add: {}}", false),
    ("fovea: 1\ninput: 3x8x8\ndefaults: {concat: {axis: height}}", true),
    ("fovea: 1\ninput: 3x8x8\ndefaults: {concat: {main: []}}", false),
    ("fovea: 1\ninput: 3x8x8\nblocks: {conv: {layers: []}}", false),
    ("fovea: 1\ninput: 3x8x8\nblocks: {a: {params: {out: , n: 1}, layers: []}}", true),
    ("fovea: 1\ninput: 3x8x8\nblocks: {a: {param: {}, layers: []}}", false),
    ("fovea: 1\ninput: 3x8x8\nblocks: {a: {}}", false),
    ("fovea: 1\ninput: 3x8x8\nbudget: {macs: <= 4.2G, weights: < 3MiB, receptive_field: {head: '>= 224'}}", true),
    ("fovea: 1\ninput: 3x8x8\nbudget: {macs: 4.2G}", false),
    ("fovea: 1\ninput: 3x8x8\nbudget: {macs: <= 4.2MiB}", false),
    ("fovea: 1\ninput: 3x8x8\nbudget: {latency: <= 3}", false),
    ("fovea: 1\ninput: 3x8x8\nbudget: {receptive_field: '>= 3k'}", false),
  ]

  @Test func `documents are judged as far as a schema can`() throws {
    let documents = Dictionary(
      uniqueKeysWithValues: Self.parts.map {
        ($0.text, $0.text + ($0.text.contains("\nlayers") ? "" : "\nlayers: [relu]\n"))
      })
    let complaints = try Self.complaints(documents)
    for (text, isRight) in Self.parts {
      let complaint = try #require(complaints[text])
      #expect((complaint == nil) == isRight, "\(text): \(complaint ?? "accepted")")
    }
  }

  /// Whether the schema sees the mistakes of the table of bad inputs, one a line.
  ///
  /// `FOVEA_RECORD=1 swift test --filter SchemaTests` writes the list anew.
  @Test func `of the bad inputs it refuses those of its list`() throws {
    let complaints = try Self.complaints(try Self.texts(below: "Tests/FoveaTests/Mistakes/inputs"))
    let text = complaints.sorted { $0.key < $1.key }.map { name, complaint in
      "\(complaint == nil ? "accepted" : "refused ") \(name)\n"
    }.joined()
    let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "verdicts.txt")
    if ProcessInfo.processInfo.environment["FOVEA_RECORD"] != nil { try Data(text.utf8).write(to: list) }
    #expect(text == (try String(contentsOf: list, encoding: .utf8)))
  }
}
