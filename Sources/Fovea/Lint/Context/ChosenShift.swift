import FoveaGraph

/// Shifts of a map that its padding chose on purpose: windows that look back, or ahead.
enum ChosenShift {
  /// Whether an axis may be that of time: the only one of a signal, or the first of three.
  static func isTime(_ axis: Int, rank: Int) -> Bool { axis == 0 && rank != 2 }

  /// Whether rows at the two ends of an axis differ on purpose.
  ///
  /// An even window leaves one row over, which has to stand at one of the ends; two are no accident. On the axis of
  /// time one row before and none behind is a window that looks back.
  static func isChosen(before: Int, after: Int, axis: Int, rank: Int) -> Bool {
    abs(before - after) >= 2 || (isTime(axis, rank: rank) && before == 1 && after == 0)
  }
}

extension LintContext {
  /// How far the layers of a way move the units of a map on purpose, in pixels of the input; nil where that is not
  /// known.
  func chosenShift(on way: some Sequence<LayerID>, axis: Int) -> Fraction? {
    var sum = Fraction.zero
    for id in way {
      guard let rows = chosenRows(at: id, axis: axis) else { continue }
      guard let input = graph[id].inputs.first, let axes = analysis.receptiveFields[input]?.parallelAxes,
        axis < axes.count, let rate = Fraction(axes[axis].window.rate),
        let shift = Fraction(rows.after - rows.before, 2)?.multiplied(by: rate), let next = sum.adding(shift)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// The rows that a layer adds at the ends of an axis, where they differ on purpose; those it cuts off count as less.
  private func chosenRows(at id: LayerID, axis: Int) -> (before: Int, after: Int)? {
    let input = inputShape(of: id)
    guard axis < input.rank else { return nil }
    let rows: (before: Int, after: Int)
    let whole: (before: Int, after: Int)
    if let window = graph[id].slidingWindow, case .rows(let before, let after) = window.padding {
      rows = (before[axis], after[axis])
      whole = rows
    } else if case .pad(let pad) = graph[id].operation, case .rows(let before, let after) = pad.padding {
      rows = (before[axis], after[axis])
      whole = rows
    } else if case .crop(let crop) = graph[id].operation, case .rows(let before, let after) = crop.margin,
      let source = graph[id].inputs.first, let window = graph[source].slidingWindow, window.stride(axis) == 1,
      let padding = window.padding(axis, of: inputShape(of: source).spatial[axis]),
      padding.before >= before[axis], padding.after >= after[axis]
    {
      // Padding on both sides of which one is cut off again.
      rows = (-before[axis], -after[axis])
      whole = (padding.before - before[axis], padding.after - after[axis])
    } else {
      return nil
    }
    return ChosenShift.isChosen(before: whole.before, after: whole.after, axis: axis, rank: input.rank) ? rows : nil
  }
}
