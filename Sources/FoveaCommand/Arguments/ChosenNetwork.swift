import ArgumentParser
import Fovea
import FoveaGraph
import FoveaLanguage
import FoveaReport

/// A description with the choices that make it one network.
struct ChosenNetwork: Sendable {
  /// The description, with those of its networks that were made already.
  let session: Session
  let options: Specification.Options

  var specification: Specification { session.specification }

  /// The network, which is kept for the next one who asks.
  func made(counting: AnalyzedGraph.Options = .init()) -> Network { session.network(options, counting: counting) }

  /// The network; its findings are written, and with errors the command ends.
  func analyzed(colour: Terminal.Colour) throws -> (network: Network, analysis: AnalyzedGraph) {
    let network = made()
    network.writeFindings(colour: colour)
    guard let analysis = network.analysis, !network.hasErrors else { throw ExitCode.findings }
    return (network, analysis)
  }
}

extension Network {
  /// Writes the findings to the standard error, for a command that has no other place for them.
  func writeFindings(colour: Terminal.Colour) {
    Terminal.tell(diagnostics, in: source, colour: colour)
  }
}
