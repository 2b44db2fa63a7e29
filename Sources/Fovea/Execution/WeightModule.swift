import FoveaGraph

/// The arrays of one layer, or of one module of a file.
struct WeightModule {
  /// The part of the arrays' names before the last dot.
  let path: String
  var arrays: [(name: String, shape: [Int])]
  /// The layer, of a network's.
  let layer: LayerID?

  /// The layers of a network that have arrays, in execution order.
  static func layers(of graph: Graph) -> [WeightModule] {
    graph.ids.compactMap { id in
      let arrays = graph.arrays(of: id)
      return arrays.isEmpty
        ? nil : WeightModule(path: graph.path(of: id), arrays: arrays.map { ($0.name, $0.shape) }, layer: id)
    }
  }

  /// The modules of a file in the order of their first arrays.
  static func modules(of arrays: [(name: String, shape: [Int])]) -> [WeightModule] {
    var modules: [WeightModule] = []
    var numbers: [String: Int] = [:]
    for (name, shape) in arrays {
      let dot = name.lastIndex(of: ".")
      let path = dot.map { String(name[..<$0]) } ?? ""
      let number = numbers[path, default: modules.count]
      if number == modules.count {
        numbers[path] = number
        modules.append(WeightModule(path: path, arrays: [], layer: nil))
      }
      modules[number].arrays.append((dot.map { String(name[name.index(after: $0)...]) } ?? name, shape))
    }
    return modules
  }

  /// The whole name of an array.
  func name(of array: (name: String, shape: [Int])) -> String { path.isEmpty ? array.name : "\(path).\(array.name)" }

  /// The names and shapes of the arrays, in an order of their own: what modules that fit each other have in common.
  var signature: String {
    arrays.map { "\($0.name) \($0.shape)" }.sorted().joined(separator: ", ")
  }

  /// One of the names that the path consists of.
  func component(_ depth: Int) -> Substring? {
    let names = path.split(separator: ".", omittingEmptySubsequences: false)
    return depth < names.count ? names[depth] : nil
  }

  /// The path without its numbers, and these.
  var pattern: (text: String, numbers: [Int]) {
    var (text, numbers, digits) = ("", [Int](), "")
    for character in path + "." {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        numbers.append(Int(digits) ?? .max)
        text += "#"
        digits = ""
      }
      text.append(character)
    }
    return (text, numbers)
  }
}
