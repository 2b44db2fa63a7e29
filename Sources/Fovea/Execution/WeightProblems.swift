import FoveaText

/// Why the arrays of a file are not the weights of a network.
struct WeightProblems {
  var wrong: [(name: String, shape: [Int], own: [Int])] = []
  /// Arrays that have one name by the map.
  var doubles: [String] = []
  /// Arrays to which the map gives a name that the network does not have.
  var strangers: [(stored: String, name: String)] = []
  /// Names of the map that the file does not have.
  var unused: [String] = []
  private var missing: [String] = []
  private var leftOver: [String] = []
  private var choices: [String] = []
  private var lacksOrder = false

  /// Takes in what could not be matched by order and shape.
  mutating func add(_ order: ModuleOrder) {
    func names(_ module: WeightModule) -> [String] {
      module.arrays.map { "\(Self.quoted(module.name(of: $0))) \($0.shape)" }
    }
    missing += order.missing.flatMap(names)
    leftOver += order.leftOver.flatMap(names)
    choices += order.choices.map { "\(Self.quoted($0.layer)) and \(Self.quoted($0.other))" }
    lacksOrder = lacksOrder || order.lacksOrder
  }

  /// All of them in one sentence; nil where there are none.
  var message: String? {
    let parts = [
      Self.part("missing: ", missing), Self.part("left over: ", leftOver),
      Self.part(
        "of another shape: ", wrong.map { "\(Self.quoted($0.name)) is \($0.shape), the layer's is \($0.own)" }),
      Self.part("there twice: ", doubles.map(Self.quoted)),
      Self.part(
        "the map leads to no array of the network: ",
        strangers.map { "\(Self.quoted($0.stored)) as \(Self.quoted($0.name))" }),
      Self.part("the map has names that are not in the file: ", unused.map(Self.quoted)),
      Self.part("by shape alone these could change places, so that a map has to name one of them: ", choices),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let order =
      lacksOrder
      ? "; the arrays stand in the order of their names, and not in that of the layers, which a .npz keeps" : ""
    return "the weights do not fit the network; " + parts.joined(separator: "; ") + order
  }

  private static func part(_ title: String, _ items: [String]) -> String? {
    guard !items.isEmpty else { return nil }
    let shown = items.prefix(4)
    return title + shown.joined(separator: ", ")
      + (items.count > shown.count ? " and \(items.count - shown.count) more" : "")
  }

  private static func quoted(_ name: String) -> String { "`\(VisibleText.escape(name))`" }
}
