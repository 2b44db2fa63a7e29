package import FoveaGraph

/// A document as it is written, checked for its structure, before any expression is computed.
package struct DocumentSyntax: Sendable {
  /// The most layers that may be written, and that a network may have.
  static let layerLimit = 200_000

  var name: String?
  var description: String?
  var inputs: [Named] = []
  package var parameters: [Named] = []
  package var variants: [(name: Named, assignments: [Named])] = []
  /// The defaults of each operator, by its position among `Operation.Kind.allCases`.
  package var defaults: [Operation.Kind: [Argument]] = [:]
  package var blocks: [Block] = []
  var layers = List()
  package var outputs: [Named] = []
  var budget = Budget()
  /// Whether some block uses itself.
  var isRecursive = false
  /// Whether it is YAML about something else.
  var isOther = false
  /// Whether it is a document of this version, with inputs that could be read or none at all.
  var isReadable = false
  /// Whether the list of layers is missing or wrong as a whole, so that no name can be looked up.
  var hasNoLayers = false

  /// A key and its value; for the entries of a list the key is the value.
  package struct Named: Sendable {
    package let name: String
    let key: NodeID
    package let value: NodeID
  }

  /// A reusable part of a network.
  package struct Block: Sendable {
    package let name: String
    package let key: NodeID
    package var parameters: [Named] = []
    /// What each parameter is given.
    var kinds: [ParameterKind] = []
    /// Whether each parameter must be given.
    var required: [Bool] = []
    package var layers = List()
    /// Whether its body is wrong in a way that is reported.
    var isBroken = false
  }

  /// What a block's parameter is given: a value, or in place of a default its word.
  enum ParameterKind: String, Sendable {
    case value
    /// An earlier layer.
    case layer
    /// Several of them.
    case layers
  }

  /// A list of layers.
  package struct List: Sendable {
    package var layers: [Layer] = []
    /// The names that layers state, with the place of each.
    var names: [String: NodeID] = [:]
  }

  /// One entry of a list of layers.
  package struct Layer: Sendable {
    package let head: Head
    /// The operator's or block's key, or the bare word.
    package let key: NodeID
    package var arguments: [Argument] = []
    /// Whether it cannot be applied, for a reason that is reported.
    var isBroken = false
    /// What few layers have; one entry where there is any of it.
    private var rest: [Rest] = []

    private struct Rest: Sendable {
      var branches: [Branch] = [] {
        didSet { branchNames = branches.map(\.name) }
      }
      /// The names of the branches, in one array for all uses of the layer.
      var branchNames: [String] = []
      var keys = LayerKeys()
      var first: [Argument] = []
    }

    init(head: Head, key: NodeID) {
      self.head = head
      self.key = key
    }

    /// Whether it has no branches, no keys beside the operator and no arguments for the first repetition.
    var isPlain: Bool { rest.isEmpty }

    package var branches: [Branch] {
      get { rest.first?.branches ?? [] }
      set { withRest { $0.branches = newValue } }
    }

    var branchNames: [String] { rest.first?.branchNames ?? [] }

    /// The branch that an operand belongs to: each layer of a branch with several is one, `skips.0`.
    package func branch(named name: String) -> Branch? {
      branches.first { $0.name == name } ?? branches.first { name.hasPrefix($0.name + ".") }
    }

    package var keys: LayerKeys {
      get { rest.first?.keys ?? LayerKeys() }
      set { withRest { $0.keys = newValue } }
    }

    /// Arguments for the first repetition only.
    package var first: [Argument] {
      get { rest.first?.first ?? [] }
      set { withRest { $0.first = newValue } }
    }

    private mutating func withRest(_ body: (inout Rest) -> Void) {
      if rest.isEmpty { rest.append(Rest()) }
      body(&rest[0])
    }
  }

  /// What a layer applies.
  package enum Head: Sendable {
    case operation(Operation.Kind)
    case block(Int, name: String)
    /// Neither; what it is called instead is reported.
    case unknown(String)

    /// The operator's or block's name.
    var name: String {
      switch self {
      case .operation(let kind): kind.name
      case .block(_, let name), .unknown(let name): name
      }
    }

    /// What its arguments are called.
    var noun: String {
      switch self {
      case .operation: "attribute"
      case .block, .unknown: "parameter"
      }
    }

    /// Whether nothing is known of what it applies.
    var isUnknown: Bool {
      switch self {
      case .unknown: true
      case .operation, .block: false
      }
    }
  }

  /// The keys beside the operator.
  package struct LayerKeys: Hashable, Sendable {
    package var name: NodeID?
    package var from: NodeID?
    var when: NodeID?
    var repeated: NodeID?
    var weights: NodeID?
    /// Of a block's use: the path of the layer that it stands for.
    package var replaces: NodeID?
  }

  /// The value of one attribute or block parameter.
  package struct Argument: Sendable {
    /// The position among the operator's attributes or the block's parameters.
    package let index: Int
    package let key: NodeID
    package let value: NodeID
  }

  /// One branch of a join.
  package struct Branch: Sendable {
    package let name: String
    package let key: NodeID
    package let body: Body

    package enum Body: Sendable {
      case layers(List)
      case reference(NodeID)
    }
  }
}
