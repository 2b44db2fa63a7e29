import FoveaGraph
import FoveaText

/// A network as a flow chart of Mermaid, which GitHub draws inside Markdown.
///
/// Blocks are folded until there are few nodes: GitHub draws no chart of more than 50,000 characters or 500 edges, and
/// nobody reads one of that size.
struct MermaidGraph {
  private static let rows = 40
  private static let limit = 96

  /// The text of the chart.
  let text: String

  init(_ analyzed: AnalyzedGraph) {
    let graph = analyzed.graph
    let paths = LayerPaths(graph)
    var nodes = graph.inputs.map { Node(title: paths[$0], note: paths[$0], shape: graph.shape(of: $0), isEnd: true) }
    var node = Array(repeating: 0, count: graph.layers.count)
    for index in graph.inputs.indices { node[index] = index }
    let rows = AnalysisTable(analyzed, depth: .fitting(rows: Self.rows)).rows
    let size = max(1, (rows.count + Self.limit - 1) / Self.limit)
    for start in stride(from: 0, to: rows.count, by: size) {
      let group = rows[start..<min(start + size, rows.count)]
      guard let first = group.first, let last = group.last else { continue }
      for position in first.layers.lowerBound..<last.layers.upperBound { node[position] = nodes.count }
      nodes.append(
        group.count == 1
          ? Node(title: first.path, note: first.label, shape: first.output, isEnd: false)
          : Node(
            title: "\(first.path) … \(last.path)", note: "\(last.layers.upperBound - first.layers.lowerBound) layers",
            shape: last.output, isEnd: false))
    }
    var text = "flowchart TD\n"
    for (index, shown) in nodes.enumerated() {
      let label = Self.label(shown)
      text += shown.isEnd ? "  n\(index)([\"\(label)\"])\n" : "  n\(index)[\"\(label)\"]\n"
    }
    for (index, output) in graph.outputs.enumerated() {
      text += "  o\(index)([\"\(Self.escape(output.name))<br>output\"])\n"
    }
    var seen: Set<[Int]> = []
    for (position, layer) in graph.layers.enumerated() {
      for input in layer.inputs {
        let (from, to) = (node[input.position], node[position])
        if from != to, seen.insert([from, to]).inserted { text += "  n\(from) --> n\(to)\n" }
      }
    }
    for (index, output) in graph.outputs.enumerated() { text += "  n\(node[output.layer.position]) --> o\(index)\n" }
    self.text = text
  }

  private struct Node {
    let title: String
    let note: String
    let shape: Shape
    let isEnd: Bool
  }

  private static func label(_ node: Node) -> String {
    // Layers without a name of their own have that of their operator.
    let isNamed = node.title != node.note && !node.title.hasSuffix("." + node.note)
    return escape(node.title) + (isNamed ? " · " + escape(node.note) : "") + "<br>" + escape(node.shape.description)
  }

  /// A text inside the quotation marks of a label: all but letters, digits and a few marks as numbers of characters.
  private static func escape(_ text: String) -> String {
    let shown = VisibleText.escape(ColumnText.shortened(text, to: 40))
    return shown.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "…", "×", " ", "?": result.unicodeScalars.append(scalar)
      // Between two letters or digits it cannot begin a list.
      case ".": result += "."
      case _ where scalar.properties.isAlphabetic: result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
  }
}
