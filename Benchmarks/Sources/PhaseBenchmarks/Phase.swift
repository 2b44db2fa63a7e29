import Benchmark
import CYAMLEvents
import FoveaGraph
import FoveaLanguage

/// A part of what happens to a description, from its bytes to the figures of its network.
enum Phase: String, CaseIterable {
  /// libyaml's event parser alone, for comparison.
  case libyaml
  /// YAML nodes, and the structure of the description.
  case read
  /// The graph with its shapes.
  case elaborate
  /// Receptive fields, costs and memory.
  case analyze
  /// The three phases of fovea in a row.
  case all

  /// Runs the phase once. Neither what it needs nor the release of what it gives is measured.
  func run(_ description: FlatDescription, _ state: inout BenchmarkState) throws {
    let source = description.source
    switch self {
    case .libyaml:
      try state.measure { precondition(yaml_event_count(description.bytes, description.bytes.count) > 0) }
    case .read:
      var specification: Specification?
      try state.measure { specification = Specification(source) }
      keep(specification)
    case .elaborate:
      let specification = Specification(source)
      var elaboration: Specification.Elaboration?
      try state.measure { elaboration = specification.elaborate() }
      keep(elaboration)
    case .analyze:
      guard let graph = Specification(source).elaborate().graph else { preconditionFailure("the network has errors") }
      var analysis: AnalyzedGraph?
      try state.measure { analysis = AnalyzedGraph(graph) }
      keep(analysis)
    case .all:
      var specification: Specification?
      var elaboration: Specification.Elaboration?
      var analysis: AnalyzedGraph?
      try state.measure {
        specification = Specification(source)
        elaboration = specification?.elaborate()
        analysis = elaboration?.graph.map { AnalyzedGraph($0) }
      }
      keep((specification, elaboration, analysis))
    }
  }
}

/// Uses a value, so that computing it is not optimised away, and releasing it comes after.
@inline(never)
private func keep<Value>(_ value: Value) {}
