import FoveaFilters
package import FoveaGraph

/// Numbers for the layers that gather the whole map, by which the rows of a table refer to the nearest of them.
package struct GateNumbers {
  private var numbers: [LayerID: Int] = [:]
  private var gates: [LayerID] = []

  package init(_ table: AnalysisTable) {
    for gate in table.rows.compactMap(\.gate) where numbers[gate] == nil {
      gates.append(gate)
      numbers[gate] = gates.count
    }
  }

  /// The number of a gate in superscript.
  package func mark(of gate: LayerID?) -> String {
    gate.flatMap { numbers[$0] }.map(Self.superscript) ?? ""
  }

  /// The numbers with the paths that they stand for.
  package func notes(_ analyzed: AnalyzedGraph) -> [String] {
    let paths = LayerPaths(analyzed.graph)
    return gates.enumerated().map { Self.superscript($0.offset + 1) + paths[$0.element] }
  }

  private static func superscript(_ number: Int) -> String {
    String(String(number).map { digit in Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[digit.wholeNumberValue ?? 0] })
  }
}
