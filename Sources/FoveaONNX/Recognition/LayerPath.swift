/// The modules that a layer is part of, from the outermost in, ending with its own.
enum LayerPath {
  /// The path of a node, of the weights if they are named like a module's, else of what the exporter states.
  ///
  /// torch's older exporter writes the modules into the node's name, `/layer1/layer1.0/conv1/Conv`, the newer one into
  /// its metadata, `layer1.0.conv1`. Where batch normalisation is folded into a convolution, only the weights still
  /// have the convolution's name.
  static func modules(_ node: Node, weight: String?) -> [String] {
    if let weight, weight.hasSuffix(".weight"), !weight.contains("::") {
      return weight.split(separator: ".").dropLast().map(word)
    }
    if let module = node.scopes.dropLast().last(where: { !$0.isEmpty }) {
      return module.split(separator: ".").map(word)
    }
    guard node.name.contains("/") else { return [] }
    let parts = node.name.split(separator: "/").dropLast()
    var path: [String] = []
    var last: Substring = ""
    for part in parts {
      path.append(word(part.hasPrefix(last + ".") ? part.dropFirst(last.count + 1) : part))
      last = part
    }
    return path
  }

  /// A name with nothing in it that has a meaning in a path.
  private static func word(_ text: Substring) -> String {
    let scalars = text.unicodeScalars.prefix(64).map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) || scalar == "-"
        ? Character(scalar) : "_"
    }
    return scalars.isEmpty ? "_" : String(scalars)
  }
}
