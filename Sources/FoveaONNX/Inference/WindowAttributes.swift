import FoveaText

/// The attributes of a window that slides over a map, as operators of ONNX state them.
struct WindowAttributes {
  /// What is added around the map.
  enum Padding: Equatable {
    case rows(before: [Int], after: [Int])
    /// So much that there are `⌈input / stride⌉` outputs, the odd row behind.
    case sameUpper
    /// The same, the odd row before.
    case sameLower
    case valid
  }

  let kernel: [Int]
  let strides: [Int]
  let dilations: [Int]
  let padding: Padding
  let ceil: Bool

  /// The number of axes that the window slides along.
  var rank: Int { kernel.count }

  /// - Parameter kernel: the size where the node does not state it.
  /// - Returns: nil where the size is not known.
  init?(_ view: NodeView, kernel other: [Int]? = nil) throws(ONNXError) {
    guard let kernel = view.integers("kernel_shape") ?? other else { return nil }
    let ones = Array(repeating: 1, count: kernel.count)
    let strides = view.integers("strides") ?? ones
    let dilations = view.integers("dilations") ?? ones
    let pads = view.integers("pads") ?? Array(repeating: 0, count: 2 * kernel.count)
    for (name, values) in [("kernel_shape", kernel), ("strides", strides), ("dilations", dilations)] {
      guard values.count == kernel.count, values.allSatisfy({ (1...Self.largest).contains($0) }) else {
        throw view.error(
          "has `\(name)` \(values), expected \(kernel.count) numbers from 1 to \(Quantity.exact(Self.largest))")
      }
    }
    guard pads.count == 2 * kernel.count, pads.allSatisfy({ (-Self.largest...Self.largest).contains($0) }) else {
      throw view.error("has `pads` \(pads), expected \(2 * kernel.count) numbers of rows")
    }
    switch view.text("auto_pad") ?? "NOTSET" {
    case "NOTSET", "":
      padding = .rows(before: Array(pads[..<kernel.count]), after: Array(pads[kernel.count...]))
    case "SAME_UPPER": padding = .sameUpper
    case "SAME_LOWER": padding = .sameLower
    case "VALID": padding = .valid
    case let word: throw view.error("has `auto_pad` `\(VisibleText.escape(word).excerpt)`, which does not exist")
    }
    (self.kernel, self.strides, self.dilations) = (kernel, strides, dilations)
    ceil = view.integer("ceil_mode") == 1
  }

  /// The largest size of a window, as the language of descriptions has it.
  private static let largest = 1_000_000

  /// The rows between the first and the last tap, both counted.
  func span(_ axis: Int) -> Int { (kernel[axis] - 1) * dilations[axis] + 1 }

  /// The rows added before and behind one axis.
  func rows(_ axis: Int, of extent: Int) -> (before: Int, after: Int) {
    switch padding {
    case .rows(let before, let after): return (before[axis], after[axis])
    case .valid: return (0, 0)
    case .sameUpper, .sameLower:
      let units = (extent + strides[axis] - 1) / strides[axis]
      let rows = max((units - 1) * strides[axis] + span(axis) - extent, 0)
      return padding == .sameUpper ? (rows / 2, rows - rows / 2) : (rows - rows / 2, rows / 2)
    }
  }

  /// How many windows stand on an axis of a map.
  func count(_ dim: Dim, _ axis: Int, _ view: NodeView) throws(ONNXError) -> Dim {
    guard let extent = dim.value else {
      // A window that moves by one and keeps the size keeps an extent that has only a name.
      if strides[axis] == 1, case .rows(let before, let after) = padding, before[axis] + after[axis] == span(axis) - 1 {
        return dim
      }
      return strides[axis] == 1 && (padding == .sameUpper || padding == .sameLower) ? dim : .unknown
    }
    guard extent <= 1 << 40 else { throw view.error("reads a map of \(extent) rows") }
    let rows = rows(axis, of: extent)
    guard
      let count = windowCount(on: extent, padding: rows, span: span(axis), stride: strides[axis], ceiling: ceil)
    else {
      throw view.error("has a window of \(span(axis)) rows on a map of \(extent + rows.before + rows.after)")
    }
    return .known(count)
  }

  /// How many rows a transposed convolution gives.
  func transposedCount(
    _ dim: Dim, _ axis: Int, added: Int, stated: Int?, _ view: NodeView
  ) throws(ONNXError) -> Dim {
    if let stated { return .known(stated) }
    guard let extent = dim.value, extent <= 1 << 40 else { return .unknown }
    switch padding {
    case .rows(let before, let after):
      let rows = (extent - 1) * strides[axis] + span(axis) + added - before[axis] - after[axis]
      guard rows > 0 else { throw view.error("gives a map of \(rows) rows") }
      return .known(rows)
    case .sameUpper, .sameLower: return .known(extent * strides[axis])
    case .valid: return .known((extent - 1) * strides[axis] + span(axis) + added)
    }
  }
}
