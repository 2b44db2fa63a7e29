import FoveaFilters
import FoveaGraph

/// The places of the boxes, frames and lines of an outline.
///
/// Every frame is laid out for itself, the inner ones first, and is then a box of the frame around it. A line that
/// enters or leaves a frame does so through a port at its upper or lower edge.
struct NestedLayout: Sendable {
  /// The sizes of what is drawn.
  struct Sizes: Sendable {
    var leafWidth = 190.0
    var leafHeight = 26.0
    /// Around what is in a frame.
    var margin = 12.0
    /// For the name at the upper edge of a frame.
    var title = 20.0
  }

  /// A frame with what is in it; the places are its own.
  struct Frame: Sendable {
    /// The centres and upper edges of its items, in their order.
    var places: [LayeredLayout.Point] = []
    var routes: [Route] = []
    var width = 0.0
    var height = 0.0
  }

  /// The line of what one box gives, within one frame.
  struct Route: Sendable {
    let leaf: Int
    let segments: [LayeredLayout.Segment]
  }

  let frames: [Frame]

  /// The most boxes and passages of one frame; above it a drawing shows nothing.
  static let limit = 60_000

  /// The widest that a frame gets for its name alone.
  private static let widestForName = 380.0

  /// Lays out an outline; nil where one of its frames has too many lines to be of use.
  ///
  /// - Parameter names: the widths of the frames' names, for which there is room beside a line that enters in the
  ///   middle; empty where there are none.
  init?(_ outline: GraphOutline, of graph: Graph, sizes: Sizes = Sizes(), names: [Double] = []) {
    var wiring = Wiring(outline, of: graph)
    var frames = [Frame](repeating: Frame(), count: outline.frames.count)
    for index in outline.frames.indices.reversed() {
      let items = outline.frames[index].items
      let isRoot = index == 0
      var layered = LayeredGraph()
      for item in items {
        switch item {
        case .leaf: layered.vertices.append(.init(width: sizes.leafWidth, height: sizes.leafHeight))
        case .frame(let inner):
          layered.vertices.append(.init(width: frames[inner].width, height: frames[inner].height))
        }
      }
      let plan = wiring.plans[index]
      for port in plan.ports {
        layered.vertices.append(.init(width: 0, height: 0, pin: port.isEntry ? .top : .bottom))
      }
      for link in plan.links {
        layered.edges.append(
          LayeredGraph.Edge(
            source: link.source, target: link.target,
            sourceOffset: wiring.offset(of: link.source, in: items, leaving: link.leaf),
            targetOffset: wiring.offset(of: link.target, in: items, entering: link.leaf)))
      }
      if layered.vertices.count + layered.passages > Self.limit { return nil }
      let layout = LayeredLayout(layered)
      // The first row of a frame with ports is its upper edge: the name stands between that and the first boxes.
      let hasEntries = plan.ports.contains(where: \.isEntry)
      let name = isRoot || names.isEmpty ? 0 : min(Self.widestForName, (hasEntries ? 2 : 1) * (names[index] + 20))
      let side = isRoot ? 0 : max(sizes.margin, (name - layout.width) / 2)
      let shift = LayeredLayout.Point(x: side, y: 0)
      let title = isRoot ? 0 : hasEntries ? sizes.title - 8 : sizes.title
      let down: (Double) -> Double = { y in !hasEntries || y > 0 ? y + title : y }
      var frame = Frame(width: layout.width + 2 * shift.x, height: down(layout.height))
      if !isRoot, !plan.ports.contains(where: { !$0.isEntry }) { frame.height += sizes.margin }
      frame.places = items.indices.map { .init(x: layout.centres[$0] + shift.x, y: down(layout.tops[$0])) }
      // What leaves one box for several ports is several lines of one colour.
      let sources = Dictionary(
        zip(layered.edges, plan.links).map { (LayeredGraph.Line($0.0), $0.1.leaf) },
        uniquingKeysWith: { first, _ in first })
      frame.routes = layout.routes.map { route in
        Route(
          leaf: sources[LayeredGraph.Line(source: route.source, offset: route.sourceOffset)] ?? 0,
          segments: route.segments.map { segment in
            LayeredLayout.Segment(
              from: .init(x: segment.from.x + shift.x, y: down(segment.from.y)),
              to: .init(x: segment.to.x + shift.x, y: down(segment.to.y)))
          })
      }
      for (position, port) in plan.ports.enumerated() {
        let x = layout.centres[items.count + position] + shift.x - frame.width / 2
        wiring.place(port, ofFrame: index, at: x)
      }
      frames[index] = frame
    }
    self.frames = frames
  }
}

/// The links of every frame, from box to box or through ports.
private struct Wiring {
  /// Where what one box gives enters or leaves a frame.
  struct Port: Hashable {
    let leaf: Int
    let isEntry: Bool
  }

  /// A link between two vertices of a frame: its items, then its ports.
  struct Link: Hashable {
    let source: Int
    let target: Int
    let leaf: Int
  }

  struct Plan {
    var ports: [Port] = []
    var links: [Link] = []
    fileprivate var vertexOfPort: [Port: Int] = [:]
    fileprivate var known: Set<Link> = []
  }

  private(set) var plans: [Plan]
  private let outline: GraphOutline
  /// The position of each box among its frame's items, and of each frame among its parent's.
  private var placeOfLeaf: [Int]
  private var placeOfFrame: [Int]
  private var depths: [Int]
  /// How far to the right of a frame's centre its ports are.
  private var offsets: [[Port: Double]]

  init(_ outline: GraphOutline, of graph: Graph) {
    self.outline = outline
    plans = Array(repeating: Plan(), count: outline.frames.count)
    offsets = Array(repeating: [:], count: outline.frames.count)
    placeOfLeaf = Array(repeating: 0, count: outline.leaves.count)
    placeOfFrame = Array(repeating: 0, count: outline.frames.count)
    depths = []
    for (index, frame) in outline.frames.enumerated() {
      depths.append(index == 0 ? 0 : depths[frame.parent] + 1)
      for (place, item) in frame.items.enumerated() {
        switch item {
        case .leaf(let leaf): placeOfLeaf[leaf] = place
        case .frame(let inner): placeOfFrame[inner] = place
        }
      }
    }
    for (index, layer) in graph.layers.enumerated() {
      let target = outline.leafOfLayer[index]
      for input in layer.inputs {
        let source = outline.leafOfLayer[input.position]
        if source != target { connect(source, target) }
      }
    }
  }

  private mutating func connect(_ source: Int, _ target: Int) {
    var (from, to) = (outline.leaves[source].frame, outline.leaves[target].frame)
    var (start, end) = (placeOfLeaf[source], placeOfLeaf[target])
    while from != to {
      if depths[from] >= depths[to] {
        let port = vertex(of: Port(leaf: source, isEntry: false), in: from)
        add(Link(source: start, target: port, leaf: source), to: from)
        (start, from) = (placeOfFrame[from], outline.frames[from].parent)
      } else {
        let port = vertex(of: Port(leaf: source, isEntry: true), in: to)
        add(Link(source: port, target: end, leaf: source), to: to)
        (end, to) = (placeOfFrame[to], outline.frames[to].parent)
      }
    }
    add(Link(source: start, target: end, leaf: source), to: from)
  }

  private mutating func vertex(of port: Port, in frame: Int) -> Int {
    if let known = plans[frame].vertexOfPort[port] { return known }
    let vertex = outline.frames[frame].items.count + plans[frame].ports.count
    plans[frame].ports.append(port)
    plans[frame].vertexOfPort[port] = vertex
    return vertex
  }

  private mutating func add(_ link: Link, to frame: Int) {
    if plans[frame].known.insert(link).inserted { plans[frame].links.append(link) }
  }

  mutating func place(_ port: Port, ofFrame frame: Int, at offset: Double) { offsets[frame][port] = offset }

  /// Where what a box gives leaves a vertex of a frame.
  func offset(of vertex: Int, in items: [GraphOutline.Item], leaving leaf: Int) -> Double {
    offset(of: vertex, in: items, Port(leaf: leaf, isEntry: false))
  }

  /// Where what a box gives enters a vertex of a frame.
  func offset(of vertex: Int, in items: [GraphOutline.Item], entering leaf: Int) -> Double {
    offset(of: vertex, in: items, Port(leaf: leaf, isEntry: true))
  }

  private func offset(of vertex: Int, in items: [GraphOutline.Item], _ port: Port) -> Double {
    guard vertex < items.count, case .frame(let inner) = items[vertex] else { return 0 }
    return offsets[inner][port] ?? 0
  }
}
