import Fovea
import FoveaGraph
import Foundation
for path in CommandLine.arguments.dropFirst() {
  let data = FileManager.default.contents(atPath: path)!
  let spec = Specification(SourceText(path: path, bytes: [UInt8](data)))
  for v in spec.variants.isEmpty ? [nil] : spec.variants.map({ Optional($0) }) {
    var o = Specification.Options(); o.variant = v
    let e = spec.elaborate(o)
    for d in e.diagnostics { let p = spec.source.position(of: d.span.start); print("\(path):\(p.line):\(p.column): \(d.message) \(d.notes.map(\.message)) \(d.help ?? "")") }
    guard let g = e.graph else { print("no graph", path); continue }
    let a = AnalyzedGraph(g)
    let t = a.totals
    print("TOTAL", v ?? g.name, t.parameters.bound ?? -1, t.macs.bound ?? -1, g.shape(of: g.outputs[0].layer), t.buffers.bound ?? -1, g.layers.count, t.peakActivationBytes.bound ?? -1, t.peakActivationLayer.map { g.path(of: $0) } ?? "", t.trainingActivationBytes.bound ?? -1)
    if ProcessInfo.processInfo.environment["L"] != nil {
      for id in g.ids { let f = a.receptiveFields[id]; print(g.path(of: id), type(of: g[id].operation.base).name, g.shape(of: id), a.costs[id.position].parameters, f.map { f in (f.axes?.map { "\($0.size)/\($0.stride.map(String.init) ?? "-")/\($0.padding.map(String.init) ?? "-") d\($0.distinct ?? -1) s\($0.smallest)" }.joined(separator: " ") ?? "global") + (f.isGlobal ? " G" : "") } ?? "unknown") }
    }
  }
}
