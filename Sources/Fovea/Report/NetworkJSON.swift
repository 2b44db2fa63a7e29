import FoveaGraph

/// The parts of the JSON that speak of one network.
struct NetworkJSON {
  let analyzed: AnalyzedGraph
  let paths: LayerPaths
  private let places: SourcePlaces

  init(_ analyzed: AnalyzedGraph, source: SourceText) {
    self.analyzed = analyzed
    paths = LayerPaths(analyzed.graph)
    places = SourcePlaces(of: analyzed.graph.layers.map(\.span.start), in: source)
  }

  func writeInputs(to json: inout JSONWriter) {
    for input in analyzed.graph.inputs {
      json.object(.inline) { json in
        json.member("name", paths[input])
        write(analyzed.graph.shape(of: input), to: &json)
      }
    }
  }

  func writeLayers(to json: inout JSONWriter) {
    for id in analyzed.graph.ids where !analyzed.graph.isInput(id) {
      let layer = analyzed.graph[id]
      let cost = analyzed.costs[id.position]
      json.object(.inline) { json in
        json.member("path", paths[id])
        json.member("operator", layer.operation.name)
        json.member("inputs") { json in
          json.row(layer.inputs) { $0.string(paths[$1]) }
        }
        write(analyzed.graph.shape(of: id), to: &json)
        json.member("parameters", cost.parameters.value)
        json.member("buffers", cost.buffers.value)
        json.member("macs", cost.macs.value)
        json.member("flops", cost.flops.value)
        json.member("activation_bytes", analyzed.activationBytes[id.position].value)
        write(analyzed.receptiveFields[id], to: &json)
        json.member("span") { json in
          let (line, column) = places.place(of: layer.span.start)
          json.object(.inline) { json in
            json.member("line", line)
            json.member("column", column)
          }
        }
      }
    }
  }

  func writeOutputs(to json: inout JSONWriter) {
    for output in analyzed.graph.outputs {
      json.object(.inline) { json in
        json.member("name", output.name)
        json.member("layer", paths[output.layer])
        write(analyzed.graph.shape(of: output.layer), to: &json)
        write(analyzed.receptiveFields[output.layer], to: &json)
      }
    }
  }

  private func write(_ shape: Shape, to json: inout JSONWriter) {
    json.member("shape") { json in
      json.row(shape.extents) { json, extent in
        if let value = extent.value { json.number(value) } else { json.null() }
      }
    }
  }

  private func write(_ field: ReceptiveField?, to json: inout JSONWriter) {
    json.key("receptive_field")
    guard let field else {
      json.string("unknown")
      return
    }
    json.object(.inline) { json in
      json.member("global", field.isGlobal)
      json.member("through") { json in
        json.row(analyzed.receptiveFields.gatheringLayers(of: field)) { $0.string(paths[$1]) }
      }
      json.key("axes")
      if let axes = field.axes {
        json.row(axes) { write($1, to: &$0) }
      } else {
        json.null()
      }
    }
  }

  private func write(_ axis: AxisField, to json: inout JSONWriter) {
    json.object(.inline) { json in
      json.member("size", axis.size)
      json.member("stride", axis.stride)
      json.member("padding", axis.padding)
      json.member("smallest", axis.smallest)
      json.member("distinct", axis.distinct)
      json.key("phases")
      guard let phases = axis.phases else {
        json.null()
        return
      }
      json.object(.inline) { json in
        json.member("period", phases.period)
        json.member("step", phases.step)
        json.member("windows") { json in
          json.row(phases.extents) { json, extent in
            guard let extent else {
              json.null()
              return
            }
            json.object(.inline) { json in
              json.member("first", extent.lowerBound)
              json.member("last", extent.upperBound)
            }
          }
        }
      }
    }
  }
}

extension Operation {
  /// The operator's name in the language.
  var name: String { type(of: base).name }
}
