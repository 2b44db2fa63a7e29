import FoveaGraph

/// What the other readers of a map read of it on one axis, beside a window.
struct OtherReaders {
  /// The rows that one of them reads.
  private enum Rows {
    case all
    /// Those of the taps of some units: `stride · unit − before + dilation · tap`.
    case window(kernel: Int, stride: Int, dilation: Int, before: Int, units: Int)
    /// Those that are marked.
    case some([Bool])
    /// Not known.
    case unknown
  }

  private var readers: [(layer: LayerID?, rows: Rows)] = []

  /// Whether there is another reader.
  var isEmpty: Bool { readers.isEmpty }

  /// Looks at the readers of a map.
  ///
  /// - Parameters:
  ///   - map: the layer that gives it.
  ///   - reader: the one that is left out.
  init(of map: LayerID, beside reader: LayerID, axis: Int, in context: LintContext) {
    let graph = context.graph
    if context.isOutput(map) { readers.append((nil, .all)) }
    for other in Set(context.consumers(of: map)).subtracting([reader]).sorted() {
      readers.append((other, Self.rows(of: other, reading: map, axis: axis, in: graph)))
    }
  }

  private static func rows(of reader: LayerID, reading map: LayerID, axis: Int, in graph: Graph) -> Rows {
    let (input, output) = (graph.shape(of: map), graph.shape(of: reader))
    guard axis < input.rank, input.rank == output.rank else { return .all }
    if let window = graph[reader].slidingWindow {
      let (kernel, stride, dilation) = (window.kernel[axis], window.stride(axis), window.dilation[axis])
      guard let units = output.spatial[axis].value, let padding = window.padding(axis, of: input.spatial[axis]) else {
        return dilation == 1 && kernel >= stride ? .all : .unknown
      }
      return .window(kernel: kernel, stride: stride, dilation: dilation, before: padding.before, units: units)
    }
    guard case .crop = graph[reader].operation, let extent = input.spatial[axis].value,
      let units = output.spatial[axis].value,
      case .windows(let windows) = graph[reader].operation.view(
        of: 0, in: graph.operands(of: graph[reader]), giving: output), axis < windows.count,
      let first = windows[axis].rows(ofUnit: 0)?.first
    else { return .all }
    return .some((0..<extent).map { $0 >= first && $0 < first + units })
  }

  /// Whether one of them reads a row.
  func read(_ row: Int) -> Bool {
    readers.contains { _, rows in
      switch rows {
      case .all: return true
      case .unknown: return false
      case .some(let isRead): return row < isRead.count && isRead[row]
      case .window(let kernel, let stride, let dilation, let before, let units):
        let place = row + before
        guard place >= 0 else { return false }
        // The units whose window begins at most so far before the place.
        if dilation == 1 { return max(0, (place - kernel + stride) / stride) <= min(units - 1, place / stride) }
        return (0..<min(kernel, place / dilation + 1)).contains { tap in
          let start = place - dilation * tap
          return start % stride == 0 && start / stride < units
        }
      }
    }
  }

  /// Whether one of them reads every row, whatever the size.
  var readAll: Bool {
    readers.contains { _, rows in
      if case .all = rows { true } else { false }
    }
  }

  /// The first of those that read some rows, as a phrase: a layer, or an output of the network.
  func name(ofReaderOf rows: [Int], in context: LintContext) -> String {
    let reader = readers.first { reader in rows.contains { row in OtherReaders(reader).read(row) } }
    return reader?.layer.map { "`\(context.path(of: $0))`" } ?? "the output"
  }

  private init(_ reader: (layer: LayerID?, rows: Rows)) { readers = [reader] }
}
