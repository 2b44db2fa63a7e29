import Fovea
import FoveaFilters
import FoveaGraph
import FoveaText

/// A page about one network, in one file that asks nothing of a network.
///
/// What is drawn is computed here. The page's script moves, sorts and highlights; without it everything is still there
/// to be read.
package struct HTMLReport: Sendable {
  private let template: ReportTemplate
  private let index: ReportTemplate
  private let picture: PictureFile?

  /// Creates pages by the template of the program, or by another one.
  ///
  /// - Parameter picture: what is shown as the input; a picture made by the tool unless given.
  /// - Throws: where the template cannot be read.
  package init(template: String? = nil, picture: PictureFile? = nil) throws(ReportTemplate.Failure) {
    self.template = try ReportTemplate(
      template ?? String(decoding: PackageResources.report_html_mustache, as: UTF8.self), content: .html,
      names: Self.names)
    index = try ReportTemplate(
      String(decoding: PackageResources.index_html_mustache, as: UTF8.self), content: .html,
      names: ReportContext.indexNames.union(["policy", "style"]))
    self.picture = picture
  }

  /// The page that leads to several reports.
  ///
  /// - Parameter reports: the reports with the names of their files.
  package func index(
    of reports: [(report: NetworkReport, file: String)]
  ) throws(ReportTemplate.Failure) -> NetworkReport.File {
    let own: [String: TemplateValue] = ["policy": .text(Self.policy), "style": .text(Self.style)]
    let values = ReportContext.values(of: reports).merging(own) { $1 }
    return NetworkReport.File(name: "index.html", text: try index.render(values))
  }

  /// The page of one network; nil where the network could not be built.
  package func text(of report: NetworkReport) throws(ReportTemplate.Failure) -> String? {
    guard let analyzed = report.network.analysis else { return nil }
    return try template.render(values(of: report, analyzed))
  }

  /// The names of the values that a template can show, at any depth.
  private static let names: Set<String> = [
    "about", "assumed", "axes", "box", "charts", "convention", "data", "detail", "field", "findingCount", "findings",
    "html", "inputs", "isAlone", "isSequence", "isShown", "legend", "lens", "more", "name", "number", "outputs",
    "overlay", "path", "picture", "policy", "rank", "rows", "script", "severity", "slices", "strip", "source", "style",
    "svg",
    "tiles", "title", "value", "version", "views", "words", "rewrites", "failure", "verdicts", "totals", "kept",
    "kernel",
    "becomes", "channels", "parameters", "macs", "maps", "layers", "reason", "help",
  ]

  /// The style and the script, the same on every page, and the only ones that a browser may run for it.
  private static let style =
    String(decoding: PackageResources.page_css, as: UTF8.self) + ChartStyle.sheet + "\n"
  /// The script without its indentation and its comments, which stand on lines of their own.
  private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
    .split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }.joined(separator: "\n")
  /// Names the style and the script by their hashes; a test tells the new ones after either has changed.
  private static let policy =
    "default-src 'none'; style-src 'sha256-MgBA2yIlamuXRFrlhuLMjBD5GCkBoG7U9paHyclaRI0='; "
    + "script-src 'sha256-8tZq5T0QQJmRC/2QrQ7Nv2FHMr3C8n+CdA4JEqK/Smw='; img-src data:; base-uri 'none'; form-action 'none'"

  private func values(of report: NetworkReport, _ analyzed: AnalyzedGraph) -> [String: TemplateValue] {
    let network = report.network
    let paths = LayerPaths(analyzed.graph)
    let summary = AnalysisSummary(analyzed)
    let table = LayerTable(network, analyzed, paths: paths)
    let frame = InputFrame(analyzed.graph)
    let first = FieldFigure.first(in: analyzed, frame: frame)
    let data = PageData(analyzed, frame: frame, count: table.count, first: first)
    let findings = report.findings.map(\.diagnostic)
    let count = analyzed.graph.layers.count
    let more =
      table.count < count ? "The first \(Quantity.exact(table.count)) of \(Quantity.exact(count)) layers." : nil
    let charts = [CostChart.chart(of: network)?.svg, FieldChart.chart(of: network)?.svg].compactMap(\.self)
    return [
      "policy": .text(Self.policy), "style": .text(Self.style), "script": .text(Self.script),
      "version": .text(report.version), "title": .text(Self.shown(network.title)),
      "path": TemplateValue(network.source.map { Self.shown($0.path) }), "source": TemplateValue(report.source),
      "inputs": .text(Self.shown(summary.inputs)),
      "outputs": ReportContext.pairs(summary.outputs.map { (Self.shown($0.name), Self.shown($0.value)) }),
      "tiles": .list(Self.tiles(analyzed, paths)), "views": .list(Self.views(analyzed, paths)),
      "legend": .list(Self.legend(analyzed.graph)), "rows": .text(table.html), "data": .text(data.json),
      "more": TemplateValue(more), "lens": .group(lens(analyzed, paths, frame, first)),
      "charts": TemplateValue(charts.map(Self.withoutStyle)),
      "findings": .list(findings.map { Self.finding($0, in: network.source) }),
      "findingCount": .text(DiagnosticText.summary(findings)), "convention": .text(Convention.text(network.counting)),
      "rewrites": ReportContext.rewrites(report),
    ]
  }

  private func lens(
    _ analyzed: AnalyzedGraph, _ paths: LayerPaths, _ frame: InputFrame?, _ first: LayerID
  ) -> [String: TemplateValue] {
    let layer = analyzed.graph[first]
    let input = layer.inputs.first.map { analyzed.graph.shape(of: $0) } ?? analyzed.graph.shape(of: first)
    let about =
      "\(LayerLabel.text(layer.operation, input: input)) · \(LayerLabel.text(analyzed.graph.shape(of: first)))"
    var lens: [String: TemplateValue] = ["name": .text(Self.shown(paths[first])), "about": .text(Self.shown(about))]
    guard let frame else { return lens }
    let (width, height) = FieldFigure.plane(frame.extents)
    let figure = FieldFigure(of: first, in: analyzed, frame: frame)
    let shownPicture =
      picture.map { Self.image($0, width, height) }
      ?? SamplePicture.svg(rank: frame.rank, width: width, height: height)
    let assumed = "The description leaves the input's size open; where it does, \(InputFrame.assumed) rows are drawn."
    lens["field"] = [
      "box": .text(figure?.viewBox ?? "0 0 \(width) \(height)"), "overlay": .text(figure?.overlay ?? ""),
      "picture": .text(shownPicture), "words": .text(figure?.words ?? ""), "rows": .text(figure?.rows ?? ""),
      "strip": .text(figure?.slices ?? ""), "rank": "\(frame.rank)", "isSequence": .flag(frame.rank == 1),
      "slices": frame.rank == 3 ? "\(min(frame.extents[0], InputFrame.shownSlices))" : false,
      "axes": .list(
        InputFrame.names(rank: frame.rank).enumerated().map { ["name": .text($0.element), "number": "\($0.offset)"] }),
      "assumed": TemplateValue(frame.isAssumed ? assumed : nil),
    ]
    return lens
  }

  private static func image(_ picture: PictureFile, _ width: Int, _ height: Int) -> String {
    "<image width=\"\(width)\" height=\"\(height)\" preserveAspectRatio=\"xMidYMid slice\" href=\"\(picture.address)\"/>"
  }

  /// The figures of the network, short and exact.
  private static func tiles(_ analyzed: AnalyzedGraph, _ paths: LayerPaths) -> [TemplateValue] {
    let totals = analyzed.totals
    let peak = totals.peakActivationLayer.map { "at " + shown(paths[$0]) } ?? ""
    let layers = analyzed.graph.layers.count - analyzed.graph.inputs.count
    func tile(_ name: String, _ total: Total, _ detail: String) -> TemplateValue {
      ["name": .text(name), "value": .text(Amount(total).text(Quantity.short)), "detail": .text(detail)]
    }
    func memory(_ name: String, _ total: Total, _ detail: String) -> TemplateValue {
      ["name": .text(name), "value": .text(Amount(total).text(Quantity.bytes)), "detail": .text(detail)]
    }
    func exact(_ total: Total) -> String { Amount(total).text(Quantity.exact) }
    return [
      tile("parameters", totals.parameters, exact(totals.parameters)),
      tile("multiply-accumulates", totals.macs, exact(totals.macs)),
      tile("operations", totals.flops, exact(totals.flops) + " flops"),
      memory("weights", totals.weightBytes, analyzed.options.elementType.rawValue),
      memory("live activations", totals.peakActivationBytes, peak),
      ["name": "layers", "value": .text(Quantity.exact(layers)), "detail": ""],
    ]
  }

  /// The graph at every depth, of which one is shown.
  private static func views(_ analyzed: AnalyzedGraph, _ paths: LayerPaths) -> [TemplateValue] {
    let levels = GraphOutline.levels(of: analyzed.graph)
    var views: [(name: String, drawing: GraphDrawing)] = []
    for depth in 0...levels {
      let outline = GraphOutline(analyzed.graph, depth: depth)
      // A page may hold some depths of a network, but not ever more boxes.
      if !views.isEmpty, outline.leaves.count > 4_000 || views.count == 5 { break }
      let fallback = { GraphOutline(analyzed.graph, depth: 0, limit: 200) }
      guard
        let drawing = GraphDrawing(outline, of: analyzed, paths: paths, view: depth)
          ?? (depth == 0 ? GraphDrawing(fallback(), of: analyzed, paths: paths, view: 0) : nil)
      else { continue }
      let name = !outline.isFolded && depth == levels ? "layers" : depth == 0 ? "outline" : "depth \(depth)"
      views.append((name, drawing))
    }
    let shown = views.lastIndex { $0.drawing.boxes <= 48 } ?? 0
    return views.enumerated().map { index, view in
      [
        "number": "\(index)", "name": .text(view.name), "svg": .text(view.drawing.svg),
        "isShown": .flag(index == shown), "isAlone": .flag(views.count == 1),
      ]
    }
  }

  private static func legend(_ graph: Graph) -> [TemplateValue] {
    let present = Set(graph.layers.map { $0.operation.facts.family })
    return Facts.Family.allCases.filter(present.contains).map { ["style": .text($0.style), "name": .text($0.name)] }
  }

  private static func finding(_ diagnostic: Diagnostic, in source: SourceText?) -> TemplateValue {
    var html = ""
    for piece in DiagnosticText.text(diagnostic, in: source).pieces {
      html += "<span class=\"t-\(piece.role.rawValue)\">\(XMLText.escape(piece.text))</span>"
    }
    return ["severity": .text(diagnostic.severity.rawValue), "html": .text(html)]
  }

  /// A chart without the rules that it carries: they stand in the page's own style.
  private static func withoutStyle(_ svg: String) -> String {
    guard let start = svg.firstRange(of: "<style>"), let end = svg.firstRange(of: "</style>\n") else { return svg }
    return String(svg[..<start.lowerBound]) + String(svg[end.upperBound...])
  }

  /// A text with what a browser would hide, or run backwards, made visible; the template escapes it.
  private static func shown(_ text: String) -> String { VisibleText.escape(text) }
}
