/// The receptive field of a map's units along one axis of the input, over all paths and along the narrowest one.
///
/// Size, stride and padding are those of Araujo, Norris and Sim, *Computing Receptive Fields of Convolutional Neural
/// Networks* (Distill, 2019), for windows that are not clipped at the borders. The narrowest path is chosen join by
/// join: the branch whose own narrowest window is smallest, the first one where several are.
///
/// Where the rows in between become too irregular to keep, first and last rows stay exact and ``distinct`` is nil.
public struct AxisField: Hashable, Sendable {
  /// What the units see over all paths.
  public let window: PeriodicWindow
  /// The window of the narrowest path where it is another; boxed, since without a join there is none.
  private let narrowerPath: Path?

  private indirect enum Path: Hashable, Sendable {
    case window(PeriodicWindow)
  }

  private init(_ window: PeriodicWindow, narrowest: PeriodicWindow) {
    self.window = window
    narrowerPath = narrowest == window ? nil : .window(narrowest)
  }

  /// Creates the field of units that see `window` along a single path.
  public init(_ window: PeriodicWindow) {
    self.window = window
    narrowerPath = nil
  }

  /// The field of the input itself: every unit sees its own row.
  public static let input = AxisField(.identity)

  /// What the units see along the narrowest path.
  public var narrowest: PeriodicWindow {
    switch narrowerPath {
    case nil: window
    case .window(let window): window
    }
  }

  /// The field behind a layer whose window over this map is `layer`, in a map of `units` units where their number is
  /// known; nil where it is not known.
  public func seen(through layer: PeriodicWindow, units: Int? = nil) -> AxisField? {
    func seen(_ window: PeriodicWindow) -> PeriodicWindow? {
      window.seen(through: layer) ?? units.flatMap { window.seen(through: layer, ofUnits: $0) }
    }
    guard let all = seen(window) else { return nil }
    guard case .window(let path) = narrowerPath else { return AxisField(all) }
    return seen(path).map { AxisField(all, narrowest: $0) }
  }

  /// The field on an axis that is exchanged, merged or divided, and the axis that the units move along; nil where it is
  /// not known.
  func seen(through entry: AxisMap.Entry) -> (field: AxisField, axis: Int?)? {
    guard let field = entry.window == .identity ? self : seen(through: entry.window) else { return nil }
    switch entry.axes.count {
    case 0: return field.standing.map { ($0, nil) }
    case 1: return (field, entry.axes.lowerBound)
    default:
      guard let (window, axis) = field.window.divided(into: entry.extents) else { return nil }
      let unit = axis.map { entry.axes.lowerBound + $0 }
      guard case .window(let path) = field.narrowerPath else { return (AxisField(window), unit) }
      guard let (narrowest, other) = path.divided(into: entry.extents), other == nil || other == axis else {
        return nil
      }
      return (AxisField(window, narrowest: narrowest), unit)
    }
  }

  /// The field of units that all see what unit 0 sees; nil where it is not known.
  var standing: AxisField? {
    guard let window = window.standing, let path = narrowest.standing else { return nil }
    return AxisField(window, narrowest: path)
  }

  /// The field behind an addition, a concatenation or another join with `other`, in a map of `units` units where their
  /// number is known; nil where the union is not known.
  public func joined(with other: AxisField, units: Int? = nil) -> AxisField? {
    let path = other.smallest < smallest ? other.narrowest : narrowest
    let union = window.union(other.window) ?? units.flatMap { window.union(other.window, ofUnits: $0) }
    return union.map { AxisField($0, narrowest: path) }
  }
}

/// The figures of a receptive field.
extension AxisField {
  /// The rows from the first to the last, both counted, of the unit that sees furthest; 0 if nothing is seen.
  public var size: Int { window.size }

  /// The effective stride: the distance in rows between the windows of neighbouring units; nil if it depends on the
  /// unit.
  public var stride: Int? { window.period == 1 ? window.step : nil }

  /// The effective padding: how far unit 0 sees beyond row 0, negative if it begins inside; nil if it depends on the
  /// unit.
  public var padding: Int? {
    guard window.period == 1, let first = window.rows(phase: 0).first else { return nil }
    return 0.subtracting(first)
  }

  /// The size along the narrowest path.
  public var smallest: Int { narrowest.size }

  /// The number of rows that take part in the window of unit 0; nil if not known.
  public var distinct: Int? { window.distinct }

  /// The extents by unit, if they depend on it.
  public var phases: WindowPhases? { window.period == 1 ? nil : WindowPhases(window) }

  /// The average stride.
  public var rate: Rate { window.rate }

  /// Twice the centre of unit 0's window, a whole number; nil if it sees nothing.
  public var doubledCentre: Int? { window.doubledCentre(ofUnit: 0) }
}
