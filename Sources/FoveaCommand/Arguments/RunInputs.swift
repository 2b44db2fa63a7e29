import ArgumentParser
import FoveaGraph
import FoveaNumerics

/// The tensors that enter a network: what `--input` of `fovea run` names.
struct RunInputs {
  /// Shapes of inputs that are random, as the arguments give them.
  private(set) var shapes: [String] = []
  private var arrays: [(name: String?, path: String, array: NPYArray)] = []

  /// Reads arguments: `random`, a shape or an array's file, each for the input that is named before `=`.
  init(_ arguments: [String]) throws {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let (name, value) = parts.count == 2 ? (parts[0], parts[1]) : (nil, parts[0])
      if value == "random" { continue }
      if value.hasSuffix(".npy") {
        arrays.append((name, value, try ArrayFiles.array(value)))
      } else {
        shapes.append(argument)
      }
    }
  }

  /// The tensors of a network's inputs that come from files, by name, and the number of images in them.
  ///
  /// A tensor without an axis for the batch is one image. Without a name a file stands for the only input.
  func tensors<Element: TensorElement>(
    of graph: Graph, as type: Element.Type
  ) throws -> (byName: [String: Tensor<Element>], batch: Int?) {
    var tensors: [String: Tensor<Element>] = [:]
    var batch: Int?
    for (name, path, array) in arrays {
      let id = try input(name, of: graph, path: path)
      let axes = graph.shape(of: id).rank + 1
      var tensor = try array.tensor(of: type)
      if tensor.rank == axes { tensor = try tensor.reshaped([1] + tensor.shape) }
      guard tensor.rank == axes + 1, !tensor.shape.contains(0) else {
        throw FileError(
          path,
          "an array of the shape \(array.shape) does not fit the input `\(graph[id].name)`, which has \(axes) axes")
      }
      if let batch, batch != tensor.shape[0] {
        throw FileError(path, "\(tensor.shape[0]) images, but another input has \(batch)")
      }
      batch = tensor.shape[0]
      tensors[graph[id].name] = tensor
    }
    return (tensors, batch)
  }

  private func input(_ name: String?, of graph: Graph, path: String) throws -> LayerID {
    let inputs = graph.inputs
    guard let name else {
      if inputs.count == 1 { return inputs[0] }
      let names = inputs.map { graph[$0].name }.joined(separator: ", ")
      throw ValidationError("--input \(path) needs the name of one of the inputs \(names)")
    }
    guard let id = inputs.first(where: { graph[$0].name == name }) else {
      let names = inputs.map { graph[$0].name }.joined(separator: ", ")
      throw ValidationError("the network has no input `\(name)`; the inputs are \(names)")
    }
    return id
  }
}
