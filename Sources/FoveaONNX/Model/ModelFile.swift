/// An ONNX file: its graph, with the weights where they lie.
///
/// Source of the messages and their numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
package struct ModelFile: Sendable {
  /// The version of each operator set, by its domain; that of ONNX itself is empty.
  let opsets: [String: Int]
  /// The program that wrote it.
  let producer: String
  /// Its graph, in which no node calls a function of the file.
  let graph: NodeGraph

  /// The versions of ONNX's operator set that are read.
  static let versions = 7...25

  /// Reads a file without its weights.
  package init(_ bytes: FileBytes) throws(ONNXError) {
    guard bytes.count > 0 else { throw ONNXError("the file is empty, no ONNX model") }
    var reader = WireReader(bytes, message: "the model")
    var (graphs, version) = ([WireReader](), 0)
    var (opsets, functions, producer) = ([String: Int](), [FunctionBody](), "")
    while let field = try Self.next(&reader) {
      switch field.number {
      case 1: version = try field.integer("ir_version")
      case 2: producer = try field.text("producer_name")
      case 7: graphs.append(try field.message("graph", "the graph"))
      case 8:
        let (domain, version) = try Self.operatorSet(try field.message("opset_import", "an operator set"))
        opsets[domain] = version
      case 25: functions.append(try FunctionBody(try field.message("functions", "a function")))
      default: break
      }
    }
    guard let body = graphs.first else { throw ONNXError("the file has no graph; is it an ONNX model?") }
    guard graphs.count == 1 else { throw ONNXError("the file has \(graphs.count) graphs, expected one") }
    guard version > 0 else { throw ONNXError("the file states no version of its format; is it an ONNX model?") }
    try Self.checkVersion(opsets[""])
    var graph = try NodeGraph(body, depth: 0)
    if !functions.isEmpty { graph.nodes = try FunctionInlining(functions).inlined(graph.nodes) }
    try GraphCheck(graph, within: []).run()
    guard !graph.nodes.isEmpty else { throw ONNXError("the graph has no nodes") }
    guard !graph.outputs.isEmpty else { throw ONNXError("the graph has no outputs") }
    (self.opsets, self.producer, self.graph) = (opsets, producer, graph)
  }

  /// The next field of the model; bytes that are no message at all get a message of their own.
  private static func next(_ reader: inout WireReader) throws(ONNXError) -> WireField? {
    let start = reader.position
    do throws(ONNXError) {
      return try reader.next()
    } catch {
      throw start == 0 ? ONNXError("this is no ONNX model: \(error)") : error
    }
  }

  private static func operatorSet(_ reader: WireReader) throws(ONNXError) -> (domain: String, version: Int) {
    var reader = reader
    var (domain, version) = ("", 0)
    while let field = try reader.next() {
      switch field.number {
      case 1: domain = try field.text("domain")
      case 2: version = try field.integer("version")
      default: break
      }
    }
    return (domain == "ai.onnx" ? "" : domain, version)
  }

  private static func checkVersion(_ version: Int?) throws(ONNXError) {
    let read = "versions \(versions.lowerBound) to \(versions.upperBound) are read"
    guard let version else { throw ONNXError("the file states no version of ONNX's operator set; \(read)") }
    guard versions.contains(version) else {
      throw ONNXError("the file is of version \(version) of ONNX's operator set; \(read)")
    }
  }
}
