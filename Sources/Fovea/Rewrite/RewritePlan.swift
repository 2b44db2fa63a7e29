import FoveaFilters
import FoveaGraph
import FoveaLanguage
import FoveaText

/// Which entries of the text are replaced, and which proposals the text does not allow.
struct RewritePlan {
  private let origins: Origins
  private let text: EntryText
  private let defaults: ConvolutionDefaults
  private var paths: TextPaths
  /// The blocks that hold stacks, in the order of the network, each with the proposal that asked for it first.
  private(set) var blocks: [(block: RewriteBlock, proposal: RewriteProposal)] = []
  private var blockIndices: [RewriteBlock: Int] = [:]
  /// The layers that are replaced, by the way to each.
  private(set) var layers: [TextPaths.ID: BodyEdits.Entry] = [:]
  /// The names of the uses of blocks on the way.
  private var names: [TextPaths.ID: String] = [:]
  private var proposals: [TextPaths.ID: [RewriteProposal]] = [:]
  private(set) var refusals: [RewriteRefusal] = []
  private var listNames = ListNames()

  init(_ origins: Origins, _ text: EntryText) {
    self.origins = origins
    self.text = text
    defaults = ConvolutionDefaults(origins)
    paths = TextPaths(origins)
  }

  /// The proposals that are written, in the order of the network.
  var done: [RewriteProposal] {
    layers.keys.flatMap { proposals[$0] ?? [] }.sorted { $0.layer.position < $1.layer.position }
  }

  /// The bodies that the replaced layers make necessary.
  func versions() -> BodyVersions {
    BodyVersions(paths, layers: layers, names: names, origins: origins, text: text)
  }

  private mutating func refuse(_ way: TextPaths.ID, _ reason: String, help: String? = nil) {
    layers[way] = nil
    refusals += (proposals[way] ?? []).map { proposal in
      RewriteRefusal(
        layer: proposal.layer, path: proposal.path, kernel: proposal.direct.description,
        reason: reason, help: help)
    }
  }

  /// Plans to write proposals for a network.
  mutating func add(_ new: [RewriteProposal], in network: WrittenGraph) {
    listNames.add(network, origins)
    let (graph, map) = (network.graph, network.map)
    let bodies = paths.bodies(of: network)
    let wanted = Dictionary(new.map { ($0.layer, $0) }) { first, _ in first }
    let entries = Set(new.map { map.key(of: $0.layer) })
    var uses: [TextPaths.ID: [RewriteProposal?]] = [:]
    var order: [TextPaths.ID] = []
    for id in graph.ids where entries.contains(map.key(of: id)) {
      let way = paths.way(to: map.key(of: id), in: bodies[graph[id].scope.position], block: nil)
      if uses[way] == nil { order.append(way) }
      uses[way, default: []].append(wanted[id])
    }
    let repeatedNames = entryNames(of: network, bodies)
    for way in order {
      let all = uses[way] ?? []
      let chosen = all.compactMap(\.self)
      guard let first = chosen.first else { continue }
      proposals[way] = chosen
      guard chosen.count == all.count else {
        refuse(
          way, "one text stands for \(all.count) repetitions, of which \(chosen.count) would be rewritten",
          help: "choose all of them with `--layer`, or none")
        continue
      }
      plan(way, chosen, first, in: network, repeatedNames)
    }
  }

  private mutating func plan(
    _ way: TextPaths.ID, _ chosen: [RewriteProposal], _ first: RewriteProposal,
    in network: WrittenGraph, _ names: [TextPaths.ID: Set<String>]
  ) {
    let key = network.map.key(of: first.layer)
    guard let entry = origins.entry(at: key) else {
      return refuse(way, "it is not written in the text")
    }
    guard let parent = text.parent(of: entry.key), !text.isShared(parent) else {
      return refuse(way, "an alias stands for its text", help: "write the layer out at each place")
    }
    guard entry.first.isEmpty else {
      return refuse(way, "`first` gives its first repetition attributes of its own")
    }
    let block = RewriteBlock(first, passesGroups: first.direct.groups > 1)
    let name = network.entryName(of: first.layer)
    let use = arguments(of: block, first, entry)
    let isUniform = chosen.allSatisfy { proposal in
      RewriteBlock(proposal, passesGroups: proposal.direct.groups > 1) == block
        && arguments(of: block, proposal, entry) == use
        && network.entryName(of: proposal.layer) == name
    }
    guard isUniform else { return refuse(way, "its repetitions differ, and one text stands for all of them") }
    if let reason = obstacle(on: way, names) { return refuse(way, reason) }
    layers[way] = BodyEdits.Entry(
      key: key, name: name, change: .layer(block: index(of: block, first), use: use))
  }

  private mutating func index(of block: RewriteBlock, _ proposal: RewriteProposal) -> Int {
    if let index = blockIndices[block] { return index }
    blockIndices[block] = blocks.count
    blocks.append((block, proposal))
    return blocks.count - 1
  }

  /// The names of the uses of blocks, by the ways to them.
  private mutating func entryNames(
    of network: WrittenGraph, _ bodies: [TextPaths.ID]
  ) -> [TextPaths.ID: Set<String>] {
    var names: [TextPaths.ID: Set<String>] = [:]
    for (position, scope) in network.graph.scopes.enumerated() {
      guard case .block = scope.role, bodies[position] != bodies[scope.parent.position] else { continue }
      names[bodies[position], default: []].insert(network.entryName(of: ScopeID(position)))
    }
    for (way, found) in names { self.names[way] = found.first }
    return names
  }

  /// Why the uses of blocks on the way to a layer cannot be given other names; nil where they can.
  private func obstacle(on way: TextPaths.ID, _ names: [TextPaths.ID: Set<String>]) -> String? {
    var current = paths[way].parent
    while current != TextPaths.document {
      guard let entry = origins.entry(at: paths[current].entry) else { return "it is not written in the text" }
      if names[current].map({ $0.count > 1 }) ?? true {
        return "the block around it has different names in different uses; give it a `name`"
      }
      if case .block(let index, _) = entry.head {
        let block = origins.syntax.blocks[index]
        if text.isShared(block.key) || text.isShared(NodeID(block.key.index + 1)) {
          return "the block `\(block.name)` has text that an alias stands for"
        }
        if paths.isWithinItself(block: index) { return "the block `\(block.name)` uses itself" }
      }
      if let parent = text.parent(of: entry.key), text.isShared(parent) {
        return "an alias stands for the block around it"
      }
      current = paths[current].parent
    }
    return nil
  }

  /// The arguments of the use in the entry's own words where it has some.
  private func arguments(
    of block: RewriteBlock, _ proposal: RewriteProposal, _ entry: DocumentSyntax.Layer
  ) -> String {
    YAMLText.mapping(
      block.arguments(
        proposal, out: argument("out", of: entry) ?? String(proposal.direct.outputs),
        groups: argument("groups", of: entry) ?? String(proposal.direct.groups)))
  }

  private func argument(_ name: String, of entry: DocumentSyntax.Layer) -> String? {
    guard let index = OperatorSchema.of(.conv).names.firstIndex(of: name),
      let argument = entry.arguments.first(where: { $0.index == index })
    else { return nil }
    return YAMLText.scalar(origins.document.text(of: origins.document.resolve(argument.value)))
  }
}

extension RewritePlan {
  /// Takes back what would need a name that another entry of the same list has in some variant.
  mutating func checkNames() {
    for way in layers.keys.sorted(by: { $0.index < $1.index }) {
      var current = way
      while current != TextPaths.document {
        let entry = paths[current].entry
        if let name = listNames.contested(by: entry) {
          refuse(
            way, "the name `\(name)` on its path is that of another layer in another variant",
            help: "give both layers a `name` of their own")
          break
        }
        current = paths[current].parent
      }
    }
  }

  /// Takes back what would change another variant: a layer on the same way that is not the same convolution.
  mutating func check(against network: WrittenGraph, of own: String) {
    listNames.add(network, origins)
    let (graph, map) = (network.graph, network.map)
    let bodies = paths.bodies(of: network)
    let entries = Set(layers.values.map(\.key))
    for id in graph.ids where entries.contains(map.key(of: id)) {
      let layer = graph[id]
      let way = paths.way(to: map.key(of: id), in: bodies[layer.scope.position], block: nil)
      guard let proposal = proposals[way]?.first, let entry = layers[way] else { continue }
      let variant = graph.variant ?? graph.name
      guard case .conv(let conv) = layer.operation,
        let sizes = try? ConvolutionSizes(conv, reading: graph.shape(of: layer.inputs[0])),
        sizes.windows == proposal.direct.windows, sizes.hasBias == proposal.direct.hasBias,
        (sizes.groups == 1) == (proposal.direct.groups == 1),
        proposal.stack.sizes(replacing: sizes) != nil
      else {
        refuse(
          way, "its text stands for another convolution in the variant `\(variant)`",
          help: "`fovea expand --variant \(own)` writes the network of this variant alone, which can be rewritten")
        continue
      }
      if network.entryName(of: id) != entry.name {
        refuse(
          way, "its text has another name in the variant `\(variant)`",
          help: "give it a `name`, or rewrite what `fovea expand --variant \(own)` writes")
      }
    }
  }

  /// Where a network is not the old one with stacks; nil where it is.
  func difference(of new: Graph, from network: WrittenGraph) -> String? {
    var copy = self
    let (old, map) = (network.graph, network.map)
    let bodies = copy.paths.bodies(of: network)
    var images: [LayerID] = []
    images.reserveCapacity(old.layers.count)
    var position = 0
    for id in old.ids {
      let layer = old[id]
      let way = copy.paths.way(to: map.key(of: id), in: bodies[layer.scope.position], block: nil)
      guard let proposal = proposals[way]?.first, layers[way] != nil else {
        guard position < new.layers.count else { return "the last layers are missing" }
        let image = new[LayerID(position)]
        guard new.path(of: LayerID(position)) == old.path(of: id) else {
          return "`\(old.path(of: id))` would be `\(new.path(of: LayerID(position)))`"
        }
        guard Self.isSame(image.operation, layer.operation, images), new.shapes[position] == old.shape(of: id),
          image.inputs.map(\.self) == layer.inputs.map({ images[$0.position] }),
          image.weights == layer.weights.map({ images[$0.position] })
        else { return "`\(old.path(of: id))` would be another layer" }
        images.append(LayerID(position))
        position += 1
        continue
      }
      let count = proposal.stack.layers.count
      position += proposal.stack.between == .nothing ? count : 2 * count - 1
      guard position <= new.layers.count, new.shapes[position - 1] == old.shape(of: id),
        new.path(of: new[LayerID(position - 1)].scope) == old.path(of: id)
      else { return "`\(old.path(of: id))` would give another shape" }
      images.append(LayerID(position - 1))
    }
    if position != new.layers.count { return "there would be further layers" }
    let outputs = old.outputs.map { Graph.Output(name: $0.name, layer: images[$0.layer.position]) }
    return outputs == new.outputs ? nil : "there would be other outputs"
  }

  /// Whether two operators have the same attributes, where layers of the old network are named by their images.
  private static func isSame(_ new: Operation, _ old: Operation, _ images: [LayerID]) -> Bool {
    func attributes<Root: Operator>(_ root: Root, _ image: (LayerID) -> LayerID) -> [Value?] {
      Root.attributes.map { attribute in
        if case .layer(let layer) = attribute.value(in: root) { return .layer(image(layer)) }
        return attribute.value(in: root)
      }
    }
    if new == old { return true }
    return new.name == old.name && attributes(new.base) { $0 } == attributes(old.base) { images[$0.position] }
  }
}
