import FoveaGraph
import FoveaNumerics

/// What the units of one layer were seen to depend on.
struct FieldObservation {
  private var isKnown = true
  private var gathers = false
  private var repeatsRows = false
  /// For each axis to which groups the units answer; none where there are no masks.
  private var axes: [RowAnswers?] = []

  /// Adds the state of a layer whose units move along the axes `units`, in a run of some groups.
  mutating func add(
    _ state: DependencyRun.State?, axis: Int, of rank: Int, along units: UnitAxes, groups: RowGroups, range: Range<Int>
  ) {
    guard let state else {
      isKnown = false
      return
    }
    gathers = gathers || state.gathers
    repeatsRows = repeatsRows || state.repeatsRows
    guard let masks = state.masks else { return }
    let sizes = Array(masks.shape.dropFirst(2))
    let moving = units[axis]
    guard units != .parallel || sizes.count == rank, (moving ?? 0) < sizes.count else {
      // A single unit that depends on no row, such as a class token, has no axes to tell.
      let border = masks.elements.count / (range.count + 1)
      if masks.elements.dropLast(border).contains(where: { $0 > 0 }) { isKnown = false }
      return
    }
    if axes.isEmpty { axes = Array(repeating: nil, count: rank) }
    // The first groups of another try replace those of the one before.
    var answers =
      range.lowerBound == 0
      ? RowAnswers(to: groups, units: moving.map { sizes[$0] } ?? 1)
      : axes[axis] ?? RowAnswers(to: groups, units: moving.map { sizes[$0] } ?? 1)
    axes[axis] = nil
    answers.add(masks, of: range, along: moving)
    axes[axis] = answers
  }

  /// Whether the rows of all units along an axis are named.
  func areRowsNamed(along axis: Int) -> Bool {
    axes.isEmpty || axes[axis]?.areNamed ?? true
  }

  func compared(with field: ReceptiveField?, _ id: LayerID) -> ReceptiveFieldProbe.Layer {
    let unknown = ReceptiveFieldProbe.Layer(id: id, axes: nil, complaint: nil, isUnknown: true)
    guard let field else { return unknown }
    func layer(_ axes: [ReceptiveFieldProbe.Axis]?, _ complaint: String?) -> ReceptiveFieldProbe.Layer {
      ReceptiveFieldProbe.Layer(id: id, axes: axes, complaint: complaint, isUnknown: false)
    }
    if field.hasUnknownPaths, !isKnown { return unknown }
    guard isKnown else { return layer(nil, "the analysis tells a field, but the run cannot follow this layer") }
    guard field.isGlobal == gathers else {
      return layer(nil, gathers ? "it gathers the whole map" : "it does not gather the whole map")
    }
    if field.hasUnknownPaths { return unknown }
    guard let told = field.axes else {
      return layer(nil, axes.isEmpty ? nil : "it depends on rows, one by one")
    }
    let seen = axes.compactMap(\.self)
    guard seen.count == told.count else { return layer(nil, "it depends on no row") }
    return layer(told.indices.map { axis(told[$0].window, seen[$0]) }, nil)
  }

  private func axis(_ window: PeriodicWindow, _ answers: RowAnswers) -> ReceptiveFieldProbe.Axis {
    var axis = ReceptiveFieldProbe.Axis()
    axis.units = answers.units
    let count = answers.groups.rows
    var before: (unit: Int, row: Int)?
    var steps: Set<Int> = []
    for unit in 0..<answers.units {
      guard let rows = window.rows(ofUnit: unit), let observed = answers.rows(ofUnit: unit) else { continue }
      let isPart: Bool
      let isWhole: Bool
      if window.isEnvelope {
        let (first, last) = (max(rows.first ?? 0, 0), min(rows.last ?? -1, count - 1))
        isPart = observed.allSatisfy { (rows.first ?? 0)...(rows.last ?? 0) ~= $0 }
        isWhole = first <= last ? observed.first == first && observed.last == last : observed.isEmpty
      } else {
        isPart = observed.allSatisfy(rows.contains)
        isWhole = isPart && observed.count == rows.numberOfRows(below: count) - rows.numberOfRows(below: 0)
      }
      let isAtBorder = answers.isAtBorder(unit)
      if !isAtBorder {
        axis.interior += 1
        if let first = observed.first, let last = observed.last {
          if let before, before.unit + 1 == unit { steps.insert(first - before.row) }
          before = (unit, first)
          if last - first + 1 > axis.size ?? 0 {
            axis.size = last - first + 1
            axis.distinct = observed.count
          }
        }
      } else if isWhole {
        axis.wholeAtBorder += 1
      }
      if axis.disagreement == nil, isAtBorder ? !(isPart || repeatsRows) : !isWhole {
        axis.disagreement = ReceptiveFieldProbe.Disagreement(
          unit: unit, observed: observed, expected: (0..<count).filter(rows.contains))
      }
    }
    axis.stride = steps.count == 1 ? steps.first : nil
    return axis
  }
}
