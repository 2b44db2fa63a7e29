/// Scaled dot-product attention: for each query a mean of values, with the weights `softmax(scale · q · k + bias)`
/// (Vaswani et al. 2017).
///
/// The rows of `queries`, `keys` and `values` are tokens: `[images, tokens, heads · channels]`. A row of the weights is
/// stored, never the matrix of all.
public struct Attention: Hashable, Sendable {
  /// The number of heads of queries.
  public var heads: Int
  /// The number of heads of keys and values, each shared by as many heads of queries.
  public var keyHeads: Int
  /// The tokens that see one another; those of one group do not see those of another.
  public var groups: [Group]
  /// Whether a query sees only the keys of its group that stand before its own place, and that one.
  public var isCausal: Bool

  /// Tokens that see one another.
  public struct Group: Hashable, Sendable {
    /// The tokens whose outputs are computed.
    public var queries: [Int]
    /// The tokens that they see.
    public var keys: [Int]
    /// Where each query stands; the entry of the bias is the difference of two places.
    public var queryPlaces: [Int]
    /// Where each key stands.
    public var keyPlaces: [Int]

    /// Creates a group; places matter where there is a bias.
    public init(queries: [Int], keys: [Int], queryPlaces: [Int] = [], keyPlaces: [Int] = []) {
      self.queries = queries
      self.keys = keys
      self.queryPlaces = queryPlaces
      self.keyPlaces = keyPlaces
    }
  }

  /// A number for each head and difference of two places, from `-offset` up.
  public struct Bias<Element: TensorElement>: Sendable {
    /// Heads by differences.
    public var table: Tensor<Element>
    /// The entry for two equal places.
    public var offset: Int

    /// Creates a bias.
    public init(table: Tensor<Element>, offset: Int) {
      self.table = table
      self.offset = offset
    }
  }

  /// Creates attention of some heads; keys have as many unless another number is given.
  public init(heads: Int, keyHeads: Int? = nil, groups: [Group], isCausal: Bool = false) {
    self.heads = heads
    self.keyHeads = keyHeads ?? heads
    self.groups = groups
    self.isCausal = isCausal
  }

  /// The means, on the kernels of an instruction set: the one in `FOVEA_ISA` unless one is named.
  ///
  /// - Parameters:
  ///   - queries: the queries, `[images, tokens, heads · channels]`.
  ///   - keys: the keys, `[images, tokens, key heads · channels]`.
  ///   - values: the values, `[images, tokens, key heads · channels of a value]`.
  ///   - scales: the factor of each head's products.
  ///   - bias: what is added to each product; nothing where nil.
  ///   - instructionSet: the instruction set.
  ///   - pool: the threads.
  /// - Throws: `NumericsError` where shapes do not fit each other, or the machine has not the instruction set.
  public func callAsFunction<Element: TensorElement>(
    queries: Tensor<Element>, keys: Tensor<Element>, values: Tensor<Element>, scales: [Element],
    bias: Bias<Element>? = nil, instructionSet: InstructionSet? = nil, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Tensor<Element> {
    let set: InstructionSet
    if let instructionSet { set = try .named(instructionSet.rawValue) } else { set = try .current() }
    guard let kernels = KernelSet<Element>.kernels(set) else {
      return try reference(queries: queries, keys: keys, values: values, scales: scales, bias: bias)
    }
    return try unsafe means(queries, keys, values, scales, bias, on: pool) { rows, count, weights, x, start, out in
      unsafe kernels.dotProducts(rows, count, weights, x, start, out)
    }
  }

  /// The means in plain loops.
  public func reference<Element: TensorElement>(
    queries: Tensor<Element>, keys: Tensor<Element>, values: Tensor<Element>, scales: [Element],
    bias: Bias<Element>? = nil
  ) throws(NumericsError) -> Tensor<Element> {
    try unsafe means(queries, keys, values, scales, bias, on: .shared) { rows, count, weights, x, start, out in
      for row in 0..<rows {
        var sum = unsafe start[row]
        for index in 0..<count { unsafe sum += weights[row * count + index] * x[index] }
        unsafe out[row] = sum
      }
    }
  }
}

extension Attention {
  /// `rows` sums of `count` products: of the rows of a matrix with a vector, each from a start.
  private typealias Products<Element> = (
    _ rows: Int, _ count: Int, _ weights: UnsafePointer<Element>, _ x: UnsafePointer<Element>,
    _ start: UnsafePointer<Element>, _ out: UnsafeMutablePointer<Element>
  ) -> Void

  private func means<Element: TensorElement>(
    _ queries: Tensor<Element>, _ keys: Tensor<Element>, _ values: Tensor<Element>, _ scales: [Element],
    _ bias: Bias<Element>?, on pool: ThreadPool, _ products: @escaping Products<Element>
  ) throws(NumericsError) -> Tensor<Element> {
    let widths = try checked(queries, keys, values, scales, bias)
    let longest = groups.map(\.keys.count).max() ?? 0
    let room = longest * (widths.key + widths.value) + 2 * longest + max(longest, widths.value) + widths.value
    let shape = [queries.shape[0], queries.shape[1], heads * widths.value]
    return try unsafe Tensor(shape, on: pool, scratch: [[pool.threads, max(1, room)]]) { scratch, target in
      unsafe queries.elements.withUnsafeBufferPointer { q in
        unsafe keys.elements.withUnsafeBufferPointer { k in
          unsafe values.elements.withUnsafeBufferPointer { v in
            guard let q = q.baseAddress, let k = k.baseAddress, let v = v.baseAddress else { return }
            pool.run(shape[0] * groups.count * heads) { item, worker in
              let (head, rest) = (item % heads, item / heads)
              let (image, group) = (rest / groups.count, groups[rest % groups.count])
              let memory = unsafe HeadMemory(scratch[0].base + worker * max(1, room), longest, widths)
              let (own, others) = (queries.shape[1] * image, keys.shape[1] * image)
              let shared = head * keyHeads / heads
              unsafe memory.gather(
                group.keys, k + (others * keyHeads + shared) * widths.key,
                v + (others * keyHeads + shared) * widths.value,
                heads: keyHeads)
              for (place, query) in group.queries.enumerated() {
                let count = isCausal ? min(place + 1, group.keys.count) : group.keys.count
                let row = (own + query) * heads + head
                unsafe products(count, widths.key, memory.keys, q + row * widths.key, memory.zeros, memory.weights)
                for index in 0..<count {
                  var product = unsafe memory.weights[index] * scales[head]
                  if let bias {
                    let entry = group.queryPlaces[place] - group.keyPlaces[index] + bias.offset
                    product += bias.table.elements[head * bias.table.shape[1] + entry]
                  }
                  unsafe memory.weights[index] = product
                }
                memory.normalize(count)
                unsafe products(
                  widths.value, longest, memory.values, memory.weights, memory.zeros, target + row * widths.value)
              }
            }
          }
        }
      }
    }
  }

  /// The channels of a head's keys and values, where all shapes fit each other.
  private func checked<Element: TensorElement>(
    _ queries: Tensor<Element>, _ keys: Tensor<Element>, _ values: Tensor<Element>, _ scales: [Element],
    _ bias: Bias<Element>?
  ) throws(NumericsError) -> (key: Int, value: Int) {
    guard heads > 0, keyHeads > 0, heads % keyHeads == 0, scales.count == heads else {
      throw .attribute("\(heads) heads do not share \(keyHeads) heads of keys with \(scales.count) scales")
    }
    guard queries.rank == 3, keys.rank == 3, values.rank == 3, queries.shape[0] == keys.shape[0],
      keys.shape.prefix(2) == values.shape.prefix(2), queries.shape[2] % heads == 0, values.shape[2] % keyHeads == 0,
      queries.shape[2] / heads * keyHeads == keys.shape[2]
    else {
      throw .shape("queries \(queries.shape), keys \(keys.shape) and values \(values.shape) do not fit each other")
    }
    for group in groups {
      let areInside =
        group.queries.allSatisfy { $0 >= 0 && $0 < queries.shape[1] }
        && group.keys.allSatisfy { $0 >= 0 && $0 < keys.shape[1] }
      guard areInside, !group.keys.isEmpty else { throw .attribute("a group has tokens that there are not") }
      guard let bias else { continue }
      guard group.queryPlaces.count == group.queries.count, group.keyPlaces.count == group.keys.count,
        bias.table.rank == 2, bias.table.shape[0] == heads, let least = group.queryPlaces.min(),
        let most = group.queryPlaces.max(), let first = group.keyPlaces.min(), let last = group.keyPlaces.max(),
        least - last + bias.offset >= 0, most - first + bias.offset < bias.table.shape[1]
      else { throw .shape("a bias of shape \(bias.table.shape) has no entry for some distance") }
    }
    return (queries.shape[2] / heads, values.shape[2] / keyHeads)
  }
}

/// What one head of one group works with: its keys row by row, its values channel by channel, a row of weights.
@safe private struct HeadMemory<Element: TensorElement> {
  let keys, values, weights, zeros: UnsafeMutablePointer<Element>
  let longest: Int
  let widths: (key: Int, value: Int)

  init(_ base: UnsafeMutablePointer<Element>, _ longest: Int, _ widths: (key: Int, value: Int)) {
    unsafe keys = base
    unsafe values = base + longest * widths.key
    unsafe weights = base + longest * (widths.key + widths.value)
    unsafe zeros = base + longest * (widths.key + widths.value + 1)
    self.longest = longest
    self.widths = widths
    for index in 0..<max(longest, widths.value) { unsafe zeros[index] = 0 }
  }

  /// Copies the keys and values of some tokens; each token has those of `heads` heads.
  func gather(_ tokens: [Int], _ k: UnsafePointer<Element>, _ v: UnsafePointer<Element>, heads: Int) {
    for (index, token) in tokens.enumerated() {
      let (key, value) = unsafe (k + token * heads * widths.key, v + token * heads * widths.value)
      for channel in 0..<widths.key { unsafe keys[index * widths.key + channel] = key[channel] }
      for channel in 0..<widths.value { unsafe values[channel * longest + index] = value[channel] }
    }
    for index in tokens.count..<longest {
      for channel in 0..<widths.value { unsafe values[channel * longest + index] = 0 }
    }
  }

  /// The softmax of the first `count` weights; the others become zero.
  func normalize(_ count: Int) {
    var largest = -Element.infinity
    for index in 0..<count where unsafe !(weights[index] <= largest) { unsafe largest = weights[index] }
    var sum: Element = 0
    for index in 0..<count {
      unsafe weights[index] = Element.exponential(weights[index] - largest)
      unsafe sum += weights[index]
    }
    for index in 0..<count { unsafe weights[index] /= sum }
    for index in count..<longest { unsafe weights[index] = 0 }
  }
}
