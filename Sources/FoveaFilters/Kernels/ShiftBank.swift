package import FoveaNumerics

/// The exact form without arithmetic: the layers before the last copy the input at a few shifts, the last reads each
/// tap through one of the shifts. The composition has the kernel's own weights, bit by bit.
package struct ShiftBank: Equatable, Sendable {
  package let plan: StackPlan
  package let stack: BankStack
  /// The groups that each layer may have: one for each channel where a layer only copies.
  package let groups: [Int]
  /// Whether the copies are of the input; otherwise the partial sums of the outputs are what is shifted, and an
  /// activation between the layers is no longer harmless on inputs that are not negative.
  package let copiesInput: Bool

  /// Which side is copied.
  package enum Side: Hashable, Sendable {
    case input, output
    /// The one with fewer channels.
    case narrower
  }

  /// Rewrites a bank as layers with the windows of `layers`; nil where their taps do not reach all of it.
  package init?(_ target: FilterBank, as layers: [[AxisWindow]], side: Side = .input) {
    let draft = StackPlan(
      inputs: target.inputs,
      layers: layers.map { StackPlan.Layer(windows: $0, outputs: target.outputs) })
    guard draft.composedShape == target.shape else { return nil }
    let kernels = layers.map { $0.map(\.kernel) }
    let copiesInput =
      switch side {
      case .input: true
      case .output: false
      case .narrower: target.inputs <= target.outputs
      }
    self.copiesInput = copiesInput
    let made =
      copiesInput
      ? Self.make(target, kernels, draft.steps)
      : Self.make(target.mirrored, kernels.reversed(), draft.steps.reversed())
    guard let made else { return nil }
    stack = copiesInput ? made : made.mirrored
    plan = draft.with(hidden: stack.banks.dropLast().map(\.outputs))
    let channels = copiesInput ? target.inputs : target.outputs
    groups = layers.indices.map { index in
      index == (copiesInput ? layers.count - 1 : 0) ? 1 : channels
    }
  }

  private static func make(_ target: FilterBank, _ kernels: [[Int]], _ steps: [[Int]]) -> BankStack? {
    let rank = target.shape.count
    var axes: [AxisShifts] = []
    for axis in 0..<rank {
      guard let shifts = AxisShifts(kernels: kernels.map { $0[axis] }, steps: steps.map { $0[axis] }) else {
        return nil
      }
      axes.append(shifts)
    }
    let channels = target.inputs
    var banks: [FilterBank] = []
    for layer in kernels.indices.dropLast() {
      let sources = gridPositions(axes.map { $0.places[layer].count })
      let copies = gridPositions(axes.map { $0.places[layer + 1].count })
      var bank = FilterBank(
        shape: kernels[layer], outputs: channels * copies.count, inputs: channels * sources.count)
      let (sourceStrides, tapStrides) = (rowMajor(axes.map { $0.places[layer].count }), rowMajor(kernels[layer]))
      for (copy, position) in copies.enumerated() {
        let owners = zip(axes, position).map { $0.owners[layer][$1] }
        let tap = offset(owners.map(\.tap), tapStrides)
        let source = offset(owners.map(\.source), sourceStrides)
        for channel in 0..<channels {
          let row = channel * copies.count + copy
          bank.elements[tap * bank.area + row * bank.inputs + channel * sources.count + source] = 1
        }
      }
      banks.append(bank)
    }
    let last = kernels.count - 1
    let sources = axes.map { $0.places[last].count }
    let copies = sources.reduce(1, *)
    var bank = FilterBank(shape: kernels[last], outputs: target.outputs, inputs: channels * copies)
    for (place, position) in target.positions.enumerated() {
      let owners = zip(axes, position).map { $0.owners[last][$1] }
      let tap = offset(owners.map(\.tap), rowMajor(kernels[last]))
      let source = offset(owners.map(\.source), rowMajor(sources))
      for out in 0..<target.outputs {
        for channel in 0..<channels {
          bank.elements[tap * bank.area + out * bank.inputs + channel * copies + source] =
            target.elements[place * target.area + out * channels + channel]
        }
      }
    }
    banks.append(bank)
    return BankStack(banks, steps: steps)
  }
}

/// Along one axis: the shifts that each map holds, and through which tap and which shift of the map before each is
/// read.
private struct AxisShifts {
  /// For each map from the input on, the shifts in input pixels.
  let places: [[Int]]
  /// For each layer and each place of its result (for the last, each tap of the kernel): where it comes from.
  let owners: [[(tap: Int, source: Int)]]

  /// The fewest shifts in all; found by trying all sets of shifts where there are few, by taking the farthest where
  /// not.
  init?(kernels: [Int], steps: [Int]) {
    let extents = zip(kernels, steps).reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.0 - 1) * $1.1) }
    let size = (extents.last ?? 0) + 1
    let hidden = extents.dropFirst().dropLast().map { $0 + 1 }
    let choice =
      (hidden.max() ?? 0) <= 10
      ? Self.fewest(kernels, steps, hidden, size) : Self.farthest(kernels, steps, hidden, size)
    guard let choice else { return nil }
    let places = [[0]] + choice
    self.places = places
    var owners: [[(tap: Int, source: Int)]] = []
    for layer in kernels.indices {
      let targets = layer + 1 < places.count ? places[layer + 1] : Array(0..<size)
      var found: [(tap: Int, source: Int)] = []
      for target in targets {
        guard let owner = Self.owner(of: target, in: places[layer], kernels[layer], steps[layer]) else { return nil }
        found.append(owner)
      }
      owners.append(found)
    }
    self.owners = owners
  }

  private static func owner(of target: Int, in places: [Int], _ kernel: Int, _ step: Int) -> (tap: Int, source: Int)? {
    for (source, place) in places.enumerated() {
      let distance = target - place
      if distance >= 0, distance % step == 0, distance / step < kernel { return (distance / step, source) }
    }
    return nil
  }

  private static func covers(_ places: [Int], _ targets: [Int], _ kernel: Int, _ step: Int) -> Bool {
    targets.allSatisfy { owner(of: $0, in: places, kernel, step) != nil }
  }

  /// For each set of shifts of a map, the least number of shifts in it and all maps before it.
  private static func fewest(_ kernels: [Int], _ steps: [Int], _ hidden: [Int], _ size: Int) -> [[Int]]? {
    var known: [(sets: [[Int]], count: Int)] = [([[0]], 1)]
    for (layer, extent) in hidden.enumerated() {
      var next: [(sets: [[Int]], count: Int)] = []
      for mask in 1..<(1 << extent) {
        let places = (0..<extent).filter { mask >> $0 & 1 == 1 }
        let best = known.filter { covers($0.sets[$0.sets.count - 1], places, kernels[layer], steps[layer]) }
          .min { $0.count < $1.count }
        if let best { next.append((best.sets + [places], best.count + places.count)) }
      }
      known = next
    }
    let last = kernels.count - 1
    let best = known.filter {
      covers($0.sets[$0.sets.count - 1], Array(0..<size), kernels[last], steps[last])
    }.min { $0.count < $1.count }
    return best.map { Array($0.sets.dropFirst()) }
  }

  /// From the last map backwards, each place read through the farthest shift that reaches it.
  private static func farthest(_ kernels: [Int], _ steps: [Int], _ hidden: [Int], _ size: Int) -> [[Int]]? {
    var targets = Array(0..<size)
    var result: [[Int]] = []
    for layer in kernels.indices.dropFirst().reversed() {
      var places: [Int] = []
      for target in targets where owner(of: target, in: places, kernels[layer], steps[layer]) == nil {
        let reach = (0..<kernels[layer]).map { target - $0 * steps[layer] }.filter { $0 >= 0 && $0 < hidden[layer - 1] }
        guard let place = reach.first else { return nil }
        places.append(place)
      }
      places.sort()
      result.append(places)
      targets = places
    }
    return result.reversed()
  }
}
