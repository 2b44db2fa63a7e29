import ArgumentParser
import Fovea
import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaNumerics
import FoveaReport
import FoveaText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `fovea report`.
struct ReportCommand: FormattedCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write reports to show a network to others.",
    usage: "fovea report <spec> ... --output <file-or-directory> [options]",
    discussion: """
      Examples:
        fovea report net.yaml --output net.md
        fovea report resnet.yaml --variant resnet18 --output docs/
        fovea report specs/ --output reports/
        fovea report net.yaml --output net.html --image photo.jpg
        fovea report net.yaml --template ours.mustache --output net.md

      A report in Markdown has the network's figures, its graph, the cost of its layers, charts as SVG files beside it, \
      and what lint finds. One in HTML is a single file for a browser, with the graph, a table to sort, and the receptive \
      field of any unit over the input. A directory gets an index of its reports. Nothing is written unless every network can be.

      Exit status: 0; 1 when a description has errors; 2 for bad usage, input that cannot be read or a template with a \
      mistake.
      """)

  static let standardFormat = Automatic<PageFormat>.automatic
  static let formatHelp = "The format of the reports; auto is html for a file *.html, else markdown."

  @OptionGroup var selection: Selection
  @OptionGroup var counting: Counting

  @OptionGroup var format: FormatOption<ReportCommand>

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file of one report, or the directory of several; without it one report goes to the standard output.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A template in Mustache instead of the program's own.", valueName: "file"),
    completion: .file(extensions: ["mustache"]))
  var template: String?

  @Option(
    help: ArgumentHelp("A PNG, JPEG, GIF or WebP picture to show as the input, in HTML.", valueName: "file"),
    completion: .file(extensions: ["png", "jpg", "jpeg", "gif", "webp"]))
  var image: String?

  @OptionGroup var quiet: QuietOption

  @OptionGroup var colour: ColourOption

  func run() throws {
    let source = try template.map { try Files.read($0) }
    do {
      try write(with: try writer(source.map { String(decoding: $0.bytes, as: UTF8.self) }))
    } catch let failure as ReportTemplate.Failure {
      let start = UInt32(failure.offset)
      let finding = Diagnostic(
        rule: "template", message: failure.message, span: SourceSpan(start: start, end: start), help: failure.help)
      Terminal.tell([finding], in: source, colour: colour.when)
      throw ExitCode.badUsage
    }
  }

  private func write(with writer: ReportWriter) throws {
    let (networks, isComplete) = try selection.networks()
    guard isComplete else { throw ExitCode.badUsage }
    let place = try ReportPlace(output, isPlural: selection.isPlural || networks.count > 1)
    let jobs = try jobs(networks, at: place)
    if let file = place.file, let directory = place.directory, Files.isDirectory(directory) {
      try Files.check([file])
    }
    var progress = Progress(of: jobs.count, isAlone: !quiet.isOn)
    var reports: [(report: NetworkReport, name: String)] = []
    var hasErrors = false
    let options = counting.options
    Parallel.forEach(jobs) { job in
      (job.report(counting: options, version: Root.version), job.name)
    } use: { report, name in
      if report.network.hasErrors || report.network.analysis == nil {
        report.network.writeFindings(colour: colour.when)
        hasErrors = true
      }
      reports.append((report, name))
    }
    if hasErrors { throw ExitCode.findings }
    guard place.directory != nil else {
      for (report, _) in reports { Terminal.write(try writer.text(of: report) ?? "") }
      return
    }
    var written: [(path: String, bytes: [UInt8])] = []
    try Parallel.forEach(reports) { report, name in
      Result { () throws(ReportTemplate.Failure) in try writer.files(of: report, name: name) }
    } use: { files in
      for (index, file) in try files.get().enumerated() {
        written.append((place.path(of: file.name, isPage: index == 0), Array(file.text.utf8)))
      }
      progress.advance()
    }
    progress.end()
    if place.hasIndex {
      let index = try writer.index(of: reports.map { ($0.report, "\($0.name).\(writer.fileExtension)") })
      written.append((place.path(of: index.name, isPage: true), Array(index.text.utf8)))
    }
    if let directory = place.directoryToMake { try Files.makeDirectory(directory) }
    try Files.write(written)
  }

  /// What writes the reports, by a template of the user's or by the program's own.
  private func writer(_ template: String?) throws -> ReportWriter {
    let format: PageFormat =
      switch format.value {
      case .automatic: output?.hasSuffix(".html") == true ? .html : .markdown
      case .chosen(let format): format
      }
    if image != nil, format == .markdown { throw ValidationError("--image needs --format html") }
    let picture = try image.map { try Self.picture($0) }
    switch format {
    case .markdown: return .markdown(try MarkdownReport(template: template))
    case .html: return .html(try HTMLReport(template: template, picture: picture))
    }
  }

  private static func picture(_ path: String) throws(FileError) -> PictureFile {
    let bytes = try Files.read(path).bytes
    do throws(PictureFile.Problem) {
      return try PictureFile(bytes)
    } catch {
      throw FileError(path, error.description)
    }
  }

  /// The networks with the rules for their findings and the names of their files.
  private func jobs(_ networks: [ChosenNetwork], at place: ReportPlace) throws -> [ReportJob] {
    var settings = LintSettings(nil)
    var names = ReportNames()
    let here = FileManager.default.currentDirectoryPath
    let directory = PathText.resolve(place.directory ?? ".", in: here)
    do {
      return try networks.map { network in
        let path = network.specification.source.path
        let absolute = PathText.resolve(path, in: here)
        let isFile = Files.exists(path)
        let rules = isFile ? try settings.configuration(for: path).selection(for: absolute).selection : RuleSelection()
        return ReportJob(
          network: network,
          name: place.name
            ?? names.name(for: path, variant: network.options.variant ?? network.specification.variants.first),
          rules: rules, source: isFile ? RelativeAddress.address(of: absolute, from: directory) : nil)
      }
    } catch let error as Configuration.Failure {
      Terminal.tell(error.diagnostics, in: error.source, colour: colour.when)
      throw ExitCode.badUsage
    }
  }
}
