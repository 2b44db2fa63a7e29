import FoveaGraph

/// The layer graph of a network as a picture: one of its depths.
struct GraphDrawing {
  /// The picture, an `svg` element.
  let svg: String
  /// The number of boxes.
  let boxes: Int

  /// The room of a label and of a shape in a box; the signs of multiplication are wide.
  static func labelWidth(_ text: String) -> Double { width(text, size: 11.5) }
  static func shapeWidth(_ text: String) -> Double { width(text, size: 10.5) }

  private static func width(_ text: String, size: Double) -> Double {
    TextExtent.width(text, size: size) + 0.2 * size * Double(text.unicodeScalars.count { $0 == "×" })
  }

  /// Draws an outline; nil where its lines are too many to be of use.
  ///
  /// - Parameter view: the number of the picture among those of the page.
  init?(_ outline: GraphOutline, of analyzed: AnalyzedGraph, paths: LayerPaths, view: Int) {
    let repetitions = Self.repetitions(in: analyzed.graph)
    let texts = outline.leaves.map { Self.text(of: $0, in: analyzed, paths, repetitions) }
    // All boxes are as wide as the widest needs, within bounds.
    var sizes = NestedLayout.Sizes()
    let widest = texts.map { Self.labelWidth($0.label) + Self.shapeWidth($0.shape) + 30 }.max() ?? 0
    sizes.leafWidth = min(max(130, widest), 260).rounded()
    let names = outline.frames.map { frame in
      TextExtent.width(
        Self.name(of: frame.scope, in: analyzed.graph, repetitions: repetitions[frame.scope.position]), size: 11.5)
    }
    guard let layout = NestedLayout(outline, of: analyzed.graph, sizes: sizes, names: names) else { return nil }
    boxes = outline.leaves.count
    let shares = outline.leaves.map { leaf in
      Share(Amount(sum: analyzed.costs[leaf.layers].map(\.macs)), of: analyzed.totals.macs).fraction ?? 0
    }
    var painter = Painter(
      outline: outline, layout: layout, graph: analyzed.graph, paths: paths, texts: texts, shares: shares,
      most: shares.max() ?? 0, repetitions: repetitions, sizes: sizes, view: view)
    painter.paint(frame: 0)
    let margin = 8.0
    let (width, height) = (layout.frames[0].width + 2 * margin, layout.frames[0].height + 2 * margin)
    svg =
      "<svg class=\"graph\" width=\"\(Int(width))\" height=\"\(Int(height))\" "
      + "viewBox=\"\(Int(-margin)) \(Int(-margin)) \(Int(width)) \(Int(height))\">\n" + painter.text + "</svg>\n"
  }

  /// What is written in a box, and what it is called.
  struct Text {
    let label: String
    let shape: String
    let title: String
    let style: String
  }

  private static func text(
    of leaf: GraphOutline.Leaf, in analyzed: AnalyzedGraph, _ paths: LayerPaths, _ repetitions: [Int]
  ) -> Text {
    let graph = analyzed.graph
    let last = LayerID(leaf.layers.upperBound - 1)
    let shape = LayerLabel.text(graph.shape(of: last))
    switch leaf.content {
    case .layer(let id):
      let layer = graph[id]
      let input = layer.inputs.first.map { graph.shape(of: $0) } ?? graph.shape(of: id)
      let label = graph.isInput(id) ? layer.name : LayerLabel.text(layer.operation, input: input)
      return Text(label: label, shape: shape, title: paths[id], style: layer.operation.facts.family.style)
    case .block(let scope):
      return Text(
        label: name(of: scope, in: graph, repetitions: repetitions[scope.position]), shape: shape, title: paths[scope],
        style: "kb")
    case .neighbours:
      let first = LayerID(leaf.layers.lowerBound)
      return Text(
        label: "\(leaf.layers.count) layers", shape: shape, title: "\(paths[first]) to \(paths[last])", style: "kb")
    }
  }

  /// How many scopes, or else layers, stand directly in each scope.
  private static func repetitions(in graph: Graph) -> [Int] {
    var scopes = [Int](repeating: 0, count: graph.scopes.count)
    for scope in graph.scopes.dropFirst() { scopes[scope.parent.position] += 1 }
    return zip(graph.scopes, scopes).map { scope, inner in inner > 0 ? inner : scope.range.count }
  }

  /// The name of a block with what it is, `layer1 · bottleneck ×3`.
  static func name(of id: ScopeID, in graph: Graph, repetitions: Int) -> String {
    let scope = graph[id]
    switch scope.role {
    case .network, .branch: return scope.name
    case .block(let block): return scope.name == block ? block : "\(scope.name) · \(block)"
    case .repeated(let block):
      return repetitions < 2
        ? scope.name : scope.name == block ? "\(block) ×\(repetitions)" : "\(scope.name) · \(block) ×\(repetitions)"
    }
  }
}

/// Writes frames, lines and boxes, the outer ones first.
private struct Painter {
  let outline: GraphOutline
  let layout: NestedLayout
  let graph: Graph
  let paths: LayerPaths
  let texts: [GraphDrawing.Text]
  /// The part of the network's work that each box has, and the largest of them.
  let shares: [Double]
  let most: Double
  let repetitions: [Int]
  let sizes: NestedLayout.Sizes
  let view: Int
  var text = ""

  mutating func paint(frame index: Int, level: Int = 0) {
    let (frame, places) = (outline.frames[index], layout.frames[index])
    if index > 0 {
      let whole = GraphDrawing.name(of: frame.scope, in: graph, repetitions: repetitions[frame.scope.position])
      let (x, room) = Self.room(for: whole, in: places)
      let name = TextExtent.shortened(whole, to: room)
      let style = level.isMultiple(of: 2) ? "fr fe" : "fr"
      text +=
        "<rect class=\"\(style)\" width=\"\(Int(places.width))\" height=\"\(Int(places.height))\" rx=\"8\"/>\n"
      for route in places.routes { paint(route) }
      text += "<text class=\"\(style)\" x=\"\(Int(x))\" y=\"15\">\(Drawing.escape(name))</text>\n"
    } else {
      for route in places.routes { paint(route) }
    }
    for (item, place) in zip(frame.items, places.places) {
      switch item {
      case .leaf(let leaf): paint(leaf: leaf, x: Int(place.x - sizes.leafWidth / 2), y: Int(place.y))
      case .frame(let inner):
        let left = Int(place.x - layout.frames[inner].width / 2)
        text += "<g transform=\"translate(\(left) \(Int(place.y)))\">\n"
        paint(frame: inner, level: level + 1)
        text += "</g>\n"
      }
    }
  }

  /// Where the name of a frame stands at its upper edge, and how wide it may be: to the left of the lines that enter
  /// there, or to the right where only that is wide enough.
  private static func room(for name: String, in frame: NestedLayout.Frame) -> (x: Double, room: Double) {
    let (edge, gap) = (9.0, 7.0)
    let entries = frame.routes.flatMap(\.segments).filter { $0.from.y < 18 }.flatMap { [$0.from.x, $0.to.x] }
    guard let first = entries.min(), let last = entries.max() else { return (edge, frame.width - 2 * edge) }
    let (left, right) = (first - gap - edge, frame.width - edge - last - gap)
    return left >= min(TextExtent.width(name), right) ? (edge, left) : (last + gap, right)
  }

  private mutating func paint(_ route: NestedLayout.Route) {
    var path = ""
    var pen: LayeredLayout.Point?
    for segment in route.segments {
      let (x1, y1) = (Int(segment.from.x), Int(segment.from.y))
      let (x2, y2) = (Int(segment.to.x), Int(segment.to.y))
      if pen != segment.from { path += "M\(x1) \(y1)" }
      if x1 == x2 {
        path += "V\(y2)"
      } else {
        let middle = (y1 + y2) / 2
        path += "C\(x1) \(middle) \(x2) \(middle) \(x2) \(y2)"
      }
      pen = segment.to
    }
    let source = outline.leaves[route.leaf].layers.upperBound - 1
    if !path.isEmpty { text += "<path class=\"e\" data-s=\"\(source)\" d=\"\(path)\"/>\n" }
  }

  private mutating func paint(leaf: Int, x: Int, y: Int) {
    let content = texts[leaf]
    let layers = outline.leaves[leaf].layers
    let (width, height) = (Int(sizes.leafWidth), Int(sizes.leafHeight))
    // What is shortened is measured at 12 pixels, and drawn at 11.5.
    let room = sizes.leafWidth - GraphDrawing.shapeWidth(content.shape) - 26
    let label =
      GraphDrawing.labelWidth(content.label) <= room
      ? content.label : TextExtent.shortened(content.label, to: room)
    text +=
      "<g class=\"n \(content.style)\" id=\"n\(view)-\(leaf)\" data-l=\"\(layers.upperBound - 1)\""
      + (layers.count > 1 ? " data-n=\"\(layers.count)\"" : "") + " transform=\"translate(\(x) \(y))\">"
      + "<title>\(Drawing.escape(content.title))</title>"
      + "<rect class=\"b\" width=\"\(width)\" height=\"\(height)\" rx=\"5\"/>"
      + "<path class=\"k\" d=\"M0 5a5 5 0 0 1 5-5v\(height)a5 5 0 0 1-5-5z\"/>"
    let length = most > 0 ? shares[leaf] / most * Double(width - 10) : 0
    if length >= 0.5 {
      text += "<rect class=\"m\" x=\"5\" y=\"\(height - 3)\" width=\"\(Drawing.number(length))\" height=\"3\"/>"
    }
    text +=
      "<text x=\"11\" y=\"17\">\(Drawing.escape(label))</text>"
      + "<text class=\"s\" x=\"\(width - 7)\" y=\"17\">\(Drawing.escape(content.shape))</text></g>\n"
  }
}
