import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText
import Testing

@Suite struct LinterTests {
  private func lint(_ layers: String, _ selection: RuleSelection = RuleSelection()) -> LintedFile {
    let text = "fovea: 1\ninput: 16x32x32\nlayers:\n" + layers
    return Linter(selection).lint(Session(SourceText(path: "a.yaml", text: text)))
  }

  @Test(arguments: [
    "  - conv: {out: 8, kernel: 1, stride: 2}  # fovea: ignore[skipped-pixels] as published\n",
    "  # fovea: ignore[skipped-pixels] as published\n  # more\n  - conv: {out: 8, kernel: 1, stride: 2}\n",
    "  - conv: {out: 8, kernel: 1, stride: 2}\n  # fovea: ignore-file[skipped-pixels]\n",
  ])
  func `a comment silences its rule on its line, on the next one, or in the file`(layers: String) {
    let file = lint(layers)
    #expect(file.results.map(\.diagnostic.message) == [])
    #expect(file.suppressed == 1)
  }

  @Test(arguments: [
    ("# fovea: ignore[skipped-pixels]", "unused-suppression"), ("# fovea: ignore", "invalid-suppression"),
    ("# fovea: ignore[]", "invalid-suppression"), ("# fovea: ignore[skipped-pixel]", "invalid-suppression"),
    ("# fovea: ignore[yaml]", "invalid-suppression"), ("# fovea: hush", "invalid-suppression"),
  ])
  func `a comment that silences nothing, or names no rule, is reported`(comment: String, rule: String) {
    #expect(lint("  - relu  \(comment)\n").results.map(\.diagnostic.rule) == [rule])
  }

  @Test func `a baseline leaves out the layers that it names, wherever their lines are`() throws {
    let layers = "  - conv: {out: 8, kernel: 1, stride: 2}\n  - relu\n"
    let baseline = try Baseline(reading: SourceText(path: "b", bytes: Baseline([lint(layers)]).bytes))
    let text = "fovea: 1\ninput: 16x32x32\n\n\nlayers:\n" + layers
    let specification = Specification(SourceText(path: "a.yaml", text: text))
    let file = Linter(baseline: baseline.files["a.yaml"] ?? []).lint(Session(specification))
    #expect(file.results.isEmpty)
    #expect(baseline.gone(from: [file]).isEmpty)
  }

  /// In time that grows with their number, not with its square, which would take minutes. Found by the fuzzer.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("redundant-activation", "relu: {}"), ("elementwise-share", "relu: {}"), ("dropout-before-norm", "dropout: {}"),
      ("over-padding", "conv: {out: 1, kernel: 1, padding: 1}"), ("bias-before-norm", "sequence: {}"),
    ])
  func `many equal layers in a row are judged`(rule: String, layer: String) throws {
    let selection = RuleSelection(only: try #require(RuleCatalog.rule(named: rule)))
    let text = """
      fovea: 1
      input: 1x1
      blocks: {sequence: {layers: [conv: {out: 1, kernel: 1}, batch_norm]}}
      layers:
        - \(layer)
          repeat: 20000
      """
    let file = Linter(selection).lint(Session(SourceText(path: "a.yaml", text: text)))
    #expect(file.results.count <= 1 && file.results.allSatisfy { $0.diagnostic.rule == rule })
  }

  /// The same of fixes, each of which removes one of many items, or changes one.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("redundant-activation", "\n", "- relu\n", "\n"), ("redundant-activation", "[relu", ", relu", "]\n"),
      ("no-op", "\n- relu\n", "- dropout: {p: 0}\n", ""),
      ("no-op", "[relu", ", conv: {out: 1, kernel: 1, groups: 1}", "]\n"),
    ])
  func `many layers that are written one by one are fixed`(
    rule: String, start: String, layer: String, end: String
  ) throws {
    let linter = Linter(RuleSelection(only: try #require(RuleCatalog.rule(named: rule))))
    let text = "fovea: 1\ninput: 1x1\nlayers: " + start + String(repeating: layer, count: 15_000) + end
    let session = Session(SourceText(path: "a.yaml", text: text))
    let fixed = try #require(Fixer(linter).fixed(session))
    #expect(fixed.count >= 14_999)
    #expect(linter.lint(fixed.session).results.isEmpty)
  }

  @Test func `a configuration that extends itself is refused`() {
    let texts = ["/a/.fovea.yml": "extends: ../b/base.yml\n", "/b/base.yml": "extends: ../a/.fovea.yml\n"]
    #expect {
      try Configuration("/a/.fovea.yml") { path in texts[path].map { SourceText(path: path, text: $0) } }
    } throws: { error in
      (error as? Configuration.Failure)?.diagnostics.first?.message.contains("extends itself") == true
    }
  }

  @Test func `a configuration chooses rules, for some files others`() throws {
    let text =
      "ignore: [over-padding]\nseverity: {skipped-pixels: error}\nper-file: {'old/**': {select: [over-padding]}}\n"
    let configuration = try Configuration("/p/.fovea.yml") { SourceText(path: $0, text: text) }
    #expect(configuration.selection(for: "/p/net.yaml").selection.levels["over-padding"] == nil)
    #expect(configuration.selection(for: "/p/net.yaml").selection.levels["skipped-pixels"] == .error)
    #expect(configuration.selection(for: "/p/old/a/net.yaml").selection.levels.keys.sorted() == ["over-padding"])
  }

  @Test func `an unknown key of a configuration is an error with a suggestion`() {
    let (_, findings) = ConfigurationFile.read(SourceText(path: ".fovea.yml", text: "selct: [all]\n"))
    #expect(findings.map(\.help) == ["did you mean `select`?"])
  }

  @Test(arguments: LintReport.Format.allCases)
  func `what is hostile in a path does not leave its place in any format`(format: LintReport.Format) {
    let path = "a%,::|<b>`\u{1B}[31m\u{202E}.yaml"
    let source = SourceText(path: path, text: "fovea: 1\n")
    let finding = Diagnostic(rule: "yaml", message: "bad\nline `x|y` <i> % ::", span: .none)
    let text = LintReport([LintedFile(source, results: [.init(finding)])], version: "1.0.0").rendered(as: format).plain
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    switch format {
    case .github:
      #expect(text.hasPrefix("::error file=a%25%2C%3A%3A|<b>`␛[31m\\u{202E}.yaml,line=1"))
      #expect(text.hasSuffix("::bad%0Aline `x|y` <i> %25 ::\n"))
    case .junit, .checkstyle:
      #expect(text.contains("a%,::|&lt;b&gt;`␛[31m"))
    case .concise:
      #expect(text == "a%,::|<b>`␛[31m\\u{202E}.yaml:1:1: error: bad␊line `x|y` <i> % :: [yaml]\n")
    case .markdown:
      #expect(text.contains("bad␊line `x\\|y` &lt;i&gt;"))
    case .text, .json, .jsonl, .sarif: break
    }
  }
}

@Suite struct SelectedRulesTests {
  @Test func `a selection hides no error that leaves the description without a network`() throws {
    let rule = try #require(RuleCatalog.rule(named: "no-op"))
    let text = "fovea: 1\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 9}\n"
    let linted = Linter(RuleSelection(only: rule)).lint(Session(SourceText(path: "a.yaml", text: text)))
    #expect(linted.results.map(\.diagnostic.rule) == ["empty-output"])
  }

  private func lint(_ text: String) -> [Diagnostic] {
    Linter().lint(Session(SourceText(path: "a.yaml", text: text))).results.map(\.diagnostic)
  }

  @Test func `a linear layer that states another number of inputs is told which size of the input gives it`() throws {
    let error = try #require(
      lint(
        "fovea: 1\ninput: 3x32x32\nlayers:\n  - conv: {out: 4, kernel: 3, stride: 2, padding: 1}\n  - flatten\n"
          + "  - linear: {out: 10, in: 784}\n"
      ).first)
    #expect(error.rule == "wrong-input-channels")
    #expect(error.help?.hasSuffix("; an input of 3x27x27 gives 784") == true)
  }

  @Test func `no size is named where none gives the stated number`() throws {
    let error = try #require(
      lint("fovea: 1\ninput: 3x32x32\nlayers:\n  - flatten\n  - linear: {out: 10, in: 784}\n").first)
    #expect(error.help == "remove `in`, which is inferred, or set it to 3072")
  }

  @Test func `a join that fails is told where its branches part`() throws {
    let error = try #require(
      lint(
        "fovea: 1\ninput: 3x32x32\nlayers:\n  - relu: {}\n    name: stem\n  - add:\n      a: [conv: {out: 3, kernel: 3}]\n"
          + "      b: []\n"
      ).first)
    #expect(error.rule == "join-shape-mismatch")
    #expect(error.notes.last?.message == "the branches part behind `stem`")
  }

  @Test(arguments: [
    ("3x33x32", "its height is 33", "32 and 34"),
    ("3x33x35", "its height is 33 and its width is 35", "32 and 34 and 36"),
  ])
  func `a size that strides round away is one finding with the sizes that fit`(
    input: String, found: String, nearest: String
  ) throws {
    let layers =
      "layers:\n  - identity: {}\n    name: top\n  - avg_pool: {kernel: 2, padding: 1, stride: 2}\n"
      + "  - conv_transpose: {out: 3, kernel: 2, stride: 2, padding: 1}\n  - add: {up: [], skip: top}\n"
    let findings = lint("fovea: 1\ninput: \(input)\n" + layers)
    #expect(findings.map(\.rule) == ["input-not-multiple"])
    #expect(findings.first?.message.hasSuffix("only where the input's is a multiple of 2, and \(found)") == true)
    #expect(findings.first?.help?.hasPrefix("the nearest sizes that fit are \(nearest);") == true)
    #expect(findings.first?.severity == .error)
  }
}
