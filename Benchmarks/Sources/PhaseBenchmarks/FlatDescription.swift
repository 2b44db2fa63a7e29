import FoveaText

/// A network without blocks, in which every layer stands for itself.
struct FlatDescription {
  let layers: Int
  let bytes: [UInt8]

  init(layers: Int, input: String) {
    self.layers = layers
    let body = ["conv: {out: 64, kernel: 3, padding: 1}", "batch_norm", "relu"]
    var text = "fovea: 1\nname: flat\ninput: \(input)\nlayers:\n"
    for index in 0..<layers { text += "  - \(body[index % body.count])\n" }
    bytes = Array(text.utf8)
  }

  var source: SourceText { SourceText(path: "flat.yaml", bytes: bytes) }
}
