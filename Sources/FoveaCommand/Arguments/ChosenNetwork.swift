import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport

/// A description with the choices that make it one network.
struct ChosenNetwork: Sendable {
  let specification: Specification
  let options: Specification.Options

  /// The network; its findings are written, and with errors the command ends.
  func analyzed(colour: Terminal.Colour) throws -> (network: Network, analysis: AnalyzedGraph) {
    let network = Network(specification, options)
    network.writeFindings(colour: colour)
    guard let analysis = network.analysis, !network.hasErrors else { throw ExitCode.findings }
    return (network, analysis)
  }
}

extension Network {
  /// Writes the findings to the standard error, for a command that has no other place for them.
  func writeFindings(colour: Terminal.Colour) {
    Terminal.write(DiagnosticText.text(diagnostics, in: source), colour: colour, to: .error)
  }
}
