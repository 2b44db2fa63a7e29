public import ArgumentParser
import Fovea
public import FoveaGraph
import FoveaLanguage
import FoveaReport
import FoveaText

/// `fovea lint`.
struct Lint: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find unseen pixels, wasted layers, broken budgets.",
    usage: "fovea lint [<path> ...] [options]",
    discussion: """
      Examples:
        fovea lint specs/
        fovea lint --format sarif --output fovea.sarif specs/
        fovea lint --fix net.yaml
        fovea lint --diff net.yaml
        fovea lint --select all --statistics specs/
        fovea lint --write-baseline .fovea-baseline.json specs/

      `# fovea: ignore[rule] reason` on a line, or alone on the line above, silences a rule there. `.fovea.yml`, searched \
      upwards from each file, chooses rules and sets limits.

      Exit status: 0 when there is nothing to say; 1 with findings; 2 for bad usage, a bad configuration or input that \
      cannot be read; 3 for a mistake of the program itself.
      """)

  static let standardFormat = Automatic<LintReport.Format>.automatic
  static let formatHelp = "The format of the output; auto is github in a workflow of GitHub, else text."

  @Argument(
    help: ArgumentHelp(
      "Descriptions, with a variant behind a colon: net.yaml:large; directories of them, or - for the standard input. "
        + "Without a variant all are checked.", valueName: "path"),
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = ["."]

  @OptionGroup var format: FormatOption<Lint>

  @OptionGroup var quiet: QuietOption

  @OptionGroup var output: OutputOption

  @Option(help: "The least severity that makes the exit status 1: error, warning or info.")
  var failOn = Diagnostic.Severity.warning

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Option(help: ArgumentHelp("The path of the standard input in reports.", valueName: "path"))
  var stdinFilename = "<stdin>"

  @Option(
    help: ArgumentHelp("Rules to use instead of the configuration's: names, default or all.", valueName: "rules"),
    completion: Completions.ruleList)
  var select: [String] = []

  @Option(help: ArgumentHelp("Rules to leave out.", valueName: "rules"), completion: Completions.ruleList)
  var ignore: [String] = []

  @Option(help: ArgumentHelp("A configuration instead of those near the files.", valueName: "file"))
  var config: String?

  @Flag(help: "Print what is in force for each file, and why.")
  var showConfig = false

  @Option(help: ArgumentHelp("Leave out the findings of a baseline.", valueName: "file"), completion: .file())
  var baseline: String?

  @Option(help: ArgumentHelp("Write the findings as a baseline.", valueName: "file"), completion: .file())
  var writeBaseline: String?

  @Flag(help: "Fail where a finding of the baseline has gone.")
  var strictBaseline = false

  @Flag(help: "Apply the fixes that keep the function.")
  var fix = false

  @Flag(help: "Apply also the fixes that change the function or a shape.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would do, and change nothing.")
  var diff = false

  @Flag(help: "Tell how many YAML files of a directory were passed over, since they describe no network.")
  var verbose = false

  @Flag(help: "Print how often each rule has something to say instead, as text or JSON.")
  var statistics = false

  @OptionGroup var colour: ColourOption

  func validate() throws {
    switch format.value {
    case .automatic, .chosen(.text), .chosen(.json): break
    case .chosen where !statistics: break
    case .chosen: throw ValidationError("--statistics is written as text or json")
    }
    for name in (select + ignore).flatMap(Self.names) where name != "default" && name != "all" {
      guard RuleCatalog.rule(named: name) == nil else { continue }
      let near = Spelling.nearest(to: name, among: RuleCatalog.all.map { $0.name }).map { "; did you mean `\($0)`?" }
      throw ValidationError("there is no rule `\(name)`" + (near ?? ""))
    }
    if strictBaseline, baseline == nil { throw ValidationError("--strict-baseline needs --baseline") }
  }

  func run() throws {
    var (jobs, isComplete) = try jobs()
    for path in jobs.map(\.path) + (baseline.map { [$0] } ?? []) { ReadFiles.add(path) }
    try Files.check([output.file, writeBaseline].compactMap(\.self))
    if showConfig {
      jobs.forEach { Terminal.write($0.explanation) }
      if !isComplete { throw ExitCode.badUsage }
      return
    }
    if isFixing {
      if try !applyFixes(&jobs) || diff && !isComplete { throw ExitCode.badUsage }
      if diff { return }
    }
    let known = try baseline.map(readBaseline)
    var files: [LintedFile] = []
    var passedOver = 0
    var progress = Progress(of: jobs.count, "files", isAlone: !quiet.isOn)
    Parallel.forEach(jobs) {
      $0.lint(known: known)
    } use: { outcome in
      switch outcome {
      case .linted(let file): files.append(file)
      case .passedOver: passedOver += 1
      case .unreadable: isComplete = false
      }
      progress.advance()
    }
    progress.end()
    var report = LintReport(files, version: Root.version)
    var gone: [(file: String, key: Baseline.Key)] = []
    if let writeBaseline {
      try write(String(decoding: Baseline(report.files).bytes, as: UTF8.self), to: writeBaseline)
      report = LintReport(report.files.map { $0.withoutBaselined() }, version: Root.version)
    } else if let known {
      gone = known.gone(from: report.files)
    }
    // The standard output has the fixed text of the standard input.
    try write(report, to: isFixing && jobs.contains { $0.path == "-" } ? .error : .output)
    if strictBaseline {
      for entry in gone {
        Terminal.tell("\(entry.file): `\(entry.key.rule)` has gone from \(entry.key.layer)")
      }
    }
    if verbose, passedOver > 0 {
      Terminal.tell("\(passedOver) other YAML \(passedOver == 1 ? "file was" : "files were") passed over")
    }
    if !isComplete { throw ExitCode.badUsage }
    if exitZero { return }
    let fails = report.files.contains { file in
      file.results.contains { $0.diagnostic.severity.isAtLeast(failOn) }
    }
    if fails || strictBaseline && !gone.isEmpty { throw ExitCode.findings }
  }

  private var isFixing: Bool { fix || unsafeFixes || diff }

  static func names(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }

  private func readBaseline(_ path: String) throws -> Baseline {
    do {
      return try Baseline(reading: try Files.read(path))
    } catch {
      Terminal.tell("error: \(path): \(error)")
      throw ExitCode.badUsage
    }
  }

  /// Fixes every file, or prints the differences; false where a file could not be changed.
  private func applyFixes(_ jobs: inout [LintJob]) throws -> Bool {
    var isDone = true
    var written: [String] = []
    var progress = Progress(of: jobs.count, "files", isAlone: !quiet.isOn)
    defer { progress.end() }
    for index in jobs.indices {
      defer { progress.advance() }
      let job = jobs[index]
      do throws(FileError) {
        let session = try job.read()
        if job.isFound, session.specification.isOther { continue }
        let fixer = Fixer(job.linter(), upTo: unsafeFixes ? .changesResult : .safe)
        let fixed = fixer.fixed(session)?.session
        let old = String(decoding: session.source.bytes, as: UTF8.self)
        let new = String(decoding: (fixed ?? session).source.bytes, as: UTF8.self)
        if diff {
          if fixed != nil { writeDifference(old, new, path: job.shown) }
        } else if job.path == "-" {
          Terminal.write(new)
          jobs[index].session = fixed ?? session
        } else if fixed != nil {
          try Files.write([(job.path, Array(new.utf8))], replacing: session.source)
          written.append(job.shown)
        }
      } catch {
        Terminal.tell(error)
        isDone = false
      }
    }
    if let first = written.first {
      quiet.tell(written.count == 1 ? "\(first) fixed" : "\(written.count) files fixed")
    }
    return isDone
  }

  /// Writes a difference for `patch`, or for people at a terminal, to which no character of a file is sent that it
  /// obeys.
  private func writeDifference(_ old: String, _ new: String, path: String) {
    let text = UnifiedDifference.text(old, new, path: VisibleText.escape(path))
    guard Terminal.isTerminal(.output) else { return Terminal.write(text) }
    Terminal.write(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.escape(String($0)) }
        .joined(separator: "\n"))
  }

  private func write(_ report: LintReport, to stream: Terminal.Stream) throws {
    let chosen: LintReport.Format =
      switch format.value {
      case .automatic: environment("GITHUB_ACTIONS") == "true" ? .github : .text
      case .chosen(let format): format
      }
    let width = output.file == nil ? Terminal.foldingWidth : nil
    let text =
      switch (statistics, chosen) {
      case (true, .json): FindingStatistics.json(report)
      case (true, _): FindingStatistics.text(report, width: Terminal.size.columns)
      case (false, _): report.rendered(as: chosen, width: width, hasSummary: !quiet.isOn)
      }
    guard let output = output.file else { return Terminal.write(text, colour: colour.when, to: stream) }
    try write(text.plain, to: output)
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Files.write(text, to: path)
    } catch {
      Terminal.tell(error)
      throw ExitCode.badUsage
    }
  }
}

extension Diagnostic.Severity: ExpressibleByArgument {
  /// Whether it matters as much as the other, or more.
  func isAtLeast(_ other: Diagnostic.Severity) -> Bool {
    let order = Diagnostic.Severity.allCases
    return (order.firstIndex(of: self) ?? 0) <= (order.firstIndex(of: other) ?? 0)
  }
}
