/// What a file says of a value: its type and extents, as far as it does.
struct ValueInfo: Sendable {
  /// One extent.
  enum Dimension: Equatable, Sendable {
    case known(Int)
    /// The same name stands for the same extent.
    case named(String)
    case unknown
  }

  private(set) var name = ""
  private(set) var type: NumberType?
  /// The extents; nil where even their number is not known.
  private(set) var dims: [Dimension]?

  init(_ reader: WireReader) throws(ONNXError) {
    var reader = reader
    while let field = try reader.next() {
      switch field.number {
      case 1: name = try field.text("name")
      case 2: try readType(try field.message("type", "a type"))
      default: break
      }
    }
  }

  private mutating func readType(_ reader: WireReader) throws(ONNXError) {
    var reader = reader
    while let field = try reader.next() {
      guard field.number == 1 else { continue }
      var tensor = try field.message("tensor_type", "the type of a tensor")
      while let field = try tensor.next() {
        switch field.number {
        case 1: type = NumberType(rawValue: try field.integer("elem_type"))
        case 2: dims = try Self.dims(try field.message("shape", "a shape"))
        default: break
        }
      }
    }
  }

  private static func dims(_ reader: WireReader) throws(ONNXError) -> [Dimension] {
    var reader = reader
    var dims: [Dimension] = []
    while let field = try reader.next() {
      guard field.number == 1 else { continue }
      guard dims.count < StoredTensor.mostAxes else {
        throw field.wrong("dim", "at most \(StoredTensor.mostAxes) extents")
      }
      var entry = try field.message("dim", "an extent")
      var dimension = Dimension.unknown
      while let field = try entry.next() {
        switch field.number {
        case 1:
          let extent = try field.integer("dim_value")
          // Some writers state an extent that they do not know as -1 or 0.
          dimension = extent > 0 ? .known(extent) : .unknown
        case 2:
          let name = try field.text("dim_param")
          dimension = name.isEmpty ? .unknown : .named(name)
        default: break
        }
      }
      dims.append(dimension)
    }
    return dims
  }
}
