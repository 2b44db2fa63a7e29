import FoveaGraph
import FoveaText

/// Where a layer stands while the document is unrolled: its list, and the block that it belongs to.
extension Elaborator {
  /// A name that layers can refer to.
  struct Named {
    let layer: LayerID?
    let scope: ScopeID?
    /// The layers of a block's parameter that stands for several; nil for every other name.
    var group: [Named]?
  }

  /// A list of layers that is being unrolled.
  struct Frame {
    let scope: ScopeID
    /// The frame whose names are visible too.
    let parent: Int?
    /// What enters the innermost branch around the list; nil outside of branches.
    let entrance: Entrance?
    let stated: [String: NodeID]
    /// The stated name of the layer that is being applied.
    var current: NodeID?
    var names: [String: Named] = [:]
    /// How many layers have the name of each operator, by its kind; empty before the first.
    private var counts: [Int] = []
    /// How many layers, blocks or branches have any other name.
    private var otherCounts: [String: Int] = [:]

    init(
      scope: ScopeID, parent: Int?, entrance: Entrance?, stated: [String: NodeID] = [:], names: [String: Named] = [:]
    ) {
      self.scope = scope
      self.parent = parent
      self.entrance = entrance
      self.stated = stated
      self.names = names
    }

    /// A name that no other layer of the scope has: `conv`, then `conv_2`.
    mutating func unique(_ head: DocumentSyntax.Head) -> LayerName {
      switch head {
      case .operation(let kind): unique(kind)
      case .block(_, let name), .unknown(let name):
        Self.next(name, after: &otherCounts[name, default: 0], avoiding: stated)
      }
    }

    /// The same for the name of a branch, which may be an operator's.
    mutating func unique(branch name: String) -> LayerName {
      if let kind = Operation.Kind(name: name) { return unique(kind) }
      return Self.next(name, after: &otherCounts[name, default: 0], avoiding: stated)
    }

    private mutating func unique(_ kind: Operation.Kind) -> LayerName {
      if counts.isEmpty { counts = Array(repeating: 0, count: Operation.Kind.allCases.count) }
      return Self.next(kind.name, after: &counts[Int(kind.rawValue)], avoiding: stated)
    }

    private static func next(_ base: String, after count: inout Int, avoiding stated: [String: NodeID]) -> LayerName {
      while true {
        count += 1
        let name = LayerName(base, ordinal: count)
        if stated.isEmpty || stated[name.text] == nil { return name }
      }
    }
  }

  /// What enters a branch, if anything does.
  struct Entrance {
    let layer: LayerID?
  }

  /// A block in use, or the document: its parameters and the layer that enters.
  struct Instance {
    var parameters: [(name: String, value: Value?)] = []
    var entering: LayerID?
    /// The repetition of the layer that is being applied, from 0; nil outside of repetitions.
    var index: Int?
  }

  struct Use {
    let block: String
    let span: SourceSpan
  }

  struct Sharing {
    let source: Range<Int>
    let start: Int
    let node: NodeID
  }
}
