import Testing

/// YAML that is about something else, and files that are no text.
@Suite struct OtherFilesTests {
  private static let others = [
    "compose.yaml": "services:\n  web: {image: nginx}\n", "rows.yaml": "backbone:\n  - [-1, 1, Conv, [64, 3, 2]]\n",
    "workflow.yml": "on: push\njobs:\n  build: {runs-on: ubuntu-latest, steps: [{run: fovea lint}]}\n",
    "list.yaml": "- a\n- b\n", "documents.yaml": "kind: A\n---\nkind: B\n", "empty.yaml": "",
  ]
  private static let network = "fovea: 1\ninput: 3x8x8\nlayers: [relu]\n"

  private static func scratch() throws -> Scratch {
    let scratch = try Scratch()
    for (name, text) in others { try scratch.write(text, to: name) }
    try scratch.write(network, to: "net.yaml")
    return scratch
  }

  @Test(arguments: ["lint .", "lint . --fix", "analyze .", "report . -o out"])
  func `other YAML in a directory is passed over`(command: String) throws {
    let scratch = try Self.scratch()
    let outcome = try Tool.shell("fovea \(command)", in: scratch.directory)
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome)")
    if command.hasPrefix("lint") { #expect(outcome.output == "no findings in 1 file\n") }
  }

  @Test func `their number is told when it is asked for`() throws {
    let scratch = try Self.scratch()
    let outcome = try Tool.shell("fovea lint . --verbose", in: scratch.directory)
    #expect(outcome.output == "no findings in 1 file\n")
    #expect(outcome.error == "fovea: 6 other YAML files were passed over\n")
  }

  @Test(arguments: ["compose.yaml", "rows.yaml", "workflow.yml", "list.yaml"])
  func `a file that is named has one message`(name: String) throws {
    let scratch = try Self.scratch()
    let outcome = try Tool.shell("fovea lint \(name) --format concise", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.split(separator: "\n").count == 1, "\(outcome)")
    #expect(outcome.output.hasPrefix("\(name):1:1: error: "))
  }

  @Test(arguments: ["layer: [relu]\n", "input: 3x8x8\n", "Fovea: 1\n", "fovea: 1\nlayer: [relu]\n"])
  func `a description with mistakes is none of them`(text: String) throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "net.yaml")
    let outcome = try Tool.shell("fovea lint .", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.contains("net.yaml"))
  }

  @Test(arguments: [
    (#"printf '\211PNG\r\n\032\n\0\0\0\rIHDR'"#, "a PNG picture"), (#"printf 'PK\003\004\024\0\0\0'"#, "a zip archive"),
    (#"printf '\0\001\002\003\004\005\006\007text'"#, "a binary file"),
    (#"printf '\223NUMPY\001\0v\0{}'"#, "an array of NumPy"),
  ])
  func `a file that is no text is told as what it is`(print: String, name: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell("\(print) > net.yaml; fovea lint net.yaml --format concise", in: scratch.directory)
    #expect(outcome.status == 1 && outcome.output.contains("error: this is \(name)"), "\(outcome)")
  }
}
