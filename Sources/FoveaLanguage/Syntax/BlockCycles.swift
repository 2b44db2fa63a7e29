/// Finds blocks that use themselves, directly or through others, without a `when` that could end it.
struct BlockCycles {
  private let uses: [[Int]]

  init(_ blocks: [DocumentSyntax.Block]) {
    uses = blocks.map { block in
      var found: [Int] = []
      Self.collect(block.layers, into: &found)
      return found
    }
  }

  private static func collect(_ list: DocumentSyntax.List, into found: inout [Int]) {
    for layer in list.layers where layer.keys.when == nil {
      if case .block(let index, _) = layer.head { found.append(index) }
      for branch in layer.branches {
        if case .layers(let list) = branch.body { collect(list, into: &found) }
      }
    }
  }

  /// One cycle for each group of blocks that use each other, as the positions of its blocks.
  mutating func all() -> [[Int]] {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: uses.count)
    var cycles: [[Int]] = []
    for start in uses.indices where states[start] == .new {
      var path = [(block: start, next: 0)]
      states[start] = .open
      while let (block, next) = path.last {
        guard next < uses[block].count else {
          states[block] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let used = uses[block][next]
        switch states[used] {
        case .new:
          states[used] = .open
          path.append((used, 0))
        case .open:
          let cycle = path.map(\.block).drop { $0 != used }
          if !cycles.contains(where: { Set($0) == Set(cycle) }) { cycles.append(Array(cycle)) }
        case .done: break
        }
      }
    }
    return cycles
  }
}
