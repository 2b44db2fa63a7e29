/// Some evenly spaced rows of one axis.
public struct Slice: Operator {
  public static let name = "slice"
  public static let summary = "Keeps every `step`-th row of one spatial axis, from `start` up to and without `end`."
  public static let counting = ""
  public static let attributes: [Attribute<Slice>] = [
    .required("axis", \.axis, "The axis."),
    .optional("start", \.start, "The first row, counted from 0.", form: .integer(0...Extent.limit)),
    .optional("end", \.end, "The row behind the last one; that behind the axis unless given."),
    .optional("step", \.step, "The distance between rows that are kept.", form: .factor),
  ]
  public static let arity = Arity.one

  /// The axis.
  public var axis = AxisName.length
  /// The first row.
  public var start = 0
  /// The row behind the last one.
  public var end: Int?
  /// The distance between rows that are kept.
  public var step = 1

  public init() {}

  public var operation: Operation { .slice(self) }

  public var facts: Facts {
    Facts(
      .arrangement, .movement, isLinear: true, bounds: .kept,
      idleness: start == 0 && end == nil && step == 1 ? Facts.Idleness("axis", "it keeps every row") : nil)
  }

  public func shape(of inputs: Operands) throws(ShapeError) -> Shape {
    var output = inputs.first
    let place = try output.spatialAxis(axis, of: Self.name)
    if let end, end <= start {
      throw .invalidAttributes("the rows from \(start) up to \(end) are none", attribute: "end")
    }
    guard let rows = output.spatial[place].value else {
      output.spatial[place] = .unknown
      return output
    }
    let end = end ?? rows
    output.spatial[place] = Extent(max(1, (end - start).dividedUp(by: step)))
    guard end <= rows, start < rows else { throw .beyondRows(self, rows: rows, remains: output) }
    return output
  }

  public func view(of input: Int, in inputs: Operands, giving output: Shape) -> View {
    let place = output.axis(of: axis.role)
    return View.windows(rank: output.rank) {
      $0 + 1 == place ? PeriodicWindow(kernel: 1, stride: step, padding: -start) : .identity
    }
  }

  public func cost(of inputs: Operands, giving output: Shape) -> Cost { .view }

  public func arrays(of inputs: Operands, giving output: Shape) -> [StoredArray] { [] }
}

extension ShapeError {
  fileprivate static func beyondRows(_ slice: Slice, rows: Int, remains: Shape) -> ShapeError {
    let isStart = slice.start >= rows
    return ShapeError(
      rule: "slice-out-of-range",
      "row \(isStart ? slice.start : (slice.end ?? rows) - 1) is beyond the input's \(slice.axis.rawValue) \(rows)",
      attribute: isStart ? "start" : "end", label: "\(isStart ? slice.start : slice.end ?? rows) against \(rows)",
      help: "the last row is \(rows - 1)", remains: remains)
  }
}
