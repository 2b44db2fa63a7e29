package import FoveaGraph

/// What the expressions of a description asked of shapes, while it was unrolled.
///
/// Unrolling is a function of the description, the parameters and these answers. So for inputs of other sizes a network
/// has the same layers as long as every answer stays what it was.
package struct ShapeReadings: Sendable {
  private struct Reading: Hashable {
    let layer: LayerID
    /// −1 for the channels, or a spatial axis.
    let axis: Int
    let rank: Int
    let value: Int
  }

  private var readings: Set<Reading> = []

  /// No questions.
  package init() {}

  /// Notes that an expression asked for an extent.
  mutating func note(_ layer: LayerID, axis: Int?, of shape: Shape, value: Int) {
    readings.insert(Reading(layer: layer, axis: axis ?? -1, rank: shape.rank, value: value))
  }

  /// Whether the same questions have the same answers in a graph with the same layers.
  package func hold(in graph: Graph) -> Bool {
    readings.allSatisfy { reading in
      let shape = graph.shape(of: reading.layer)
      guard shape.rank == reading.rank else { return false }
      return (reading.axis < 0 ? shape.channels : shape.spatial[reading.axis]).value == reading.value
    }
  }
}
