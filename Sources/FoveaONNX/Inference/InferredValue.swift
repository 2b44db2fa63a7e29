/// What is known of a value before anything runs.
struct InferredValue: Sendable {
  var type: NumberType?
  /// The extents; nil where even their number is not known.
  var dims: [Dim]?
  /// The numbers of a small value, where they follow from the file alone.
  var numbers: Numbers?
  /// Whether it is the same for every input of the network.
  var isConstant = false

  /// Nothing is known.
  static let unknown = InferredValue()

  init(_ type: NumberType? = nil, _ dims: [Dim]? = nil, _ numbers: Numbers? = nil, isConstant: Bool = false) {
    (self.type, self.dims, self.numbers, self.isConstant) = (type, dims, numbers, isConstant)
  }

  /// Integers on one axis.
  static func vector(_ values: [Dim]) -> InferredValue {
    InferredValue(.int64, [.known(values.count)], .integers(values), isConstant: true)
  }

  /// The number of axes.
  var rank: Int? { dims?.count }

  /// The numbers as integers that are all known.
  var integers: [Int]? { numbers?.integers?.known }

  /// The one number that it is, or that is repeated in it.
  var scalar: Double? {
    guard let values = numbers?.reals, let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// What a stored tensor is; the numbers are read only of small ones.
  init(_ tensor: StoredTensor) throws(ONNXError) {
    self.init(
      tensor.type, tensor.dims.map { .known($0) }, try TensorNumbers.read(tensor, atMost: Numbers.limit),
      isConstant: true)
  }

  /// What the file says of a value.
  init(_ info: ValueInfo, bindings: [String: Int] = [:]) {
    self.init(
      info.type,
      info.dims?.map { dim in
        switch dim {
        case .known(let extent): .known(extent)
        case .named(let name): bindings[name].map { .known($0) } ?? .named(name)
        case .unknown: .unknown
        }
      })
  }
}
