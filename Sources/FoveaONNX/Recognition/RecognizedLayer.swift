import FoveaGraph

/// A layer that was made of nodes.
struct RecognizedLayer {
  let operation: Operation
  /// The positions of the layers that it reads.
  let inputs: [Int]
  let shape: Shape
  /// The node that gives its output; nil for an input.
  let node: Int?
  /// The stated name of an input.
  var name = ""
  /// The stored tensors that are its weights, by the names of its arrays.
  var weights: [(array: String, value: String)] = []
  /// Why there is no operator for it; nil where there is.
  var reason: String?
  /// Whether its shape is that of the value: that of an opaque layer with more axes than the language has is not.
  var isTrue = true
}
