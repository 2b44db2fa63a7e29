import Fovea
import FoveaGraph
import FoveaText

/// The parts of the JSON that speak of one network.
struct NetworkJSON {
  let analyzed: AnalyzedGraph
  let paths: LayerPaths
  private let encodedPaths: [JSONWriter.Encoded]
  private let table: Places
  private let places: SourcePlaces?
  private let lists: FieldLists

  /// The parts for a network that could be built.
  ///
  /// - Parameter hasLayers: whether layers are written, and not the outputs alone.
  init?(_ network: Network, hasLayers: Bool = true) {
    guard let analyzed = network.analysis else { return nil }
    self.analyzed = analyzed
    let paths = LayerPaths(analyzed.graph)
    self.paths = paths
    encodedPaths = analyzed.graph.ids.map { id in JSONWriter.Encoded { $0.string(paths[id]) } }
    table = network.places
    places = network.source.map { SourcePlaces(of: network.places.layers.map(\.start), in: $0) }
    let graph = analyzed.graph
    lists = FieldLists(analyzed, of: hasLayers ? Array(graph.ids) : graph.outputs.map(\.layer))
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
    // Most layers see what the layer before them sees.
    var last: (field: ReceptiveField?, encoded: JSONWriter.Encoded)?
    for id in analyzed.graph.ids where !analyzed.graph.isInput(id) {
      let field = analyzed.receptiveFields[id]
      let seen = last.flatMap { $0.field == field ? $0.encoded : nil } ?? encoded(field)
      last = (field, seen)
      let layer = analyzed.graph[id]
      let cost = analyzed.costs[id.position]
      json.object(.inline) { json in
        json.key("path")
        json.value(encodedPaths[id.position])
        json.member("operator", layer.operation.name)
        json.member("inputs") { json in
          json.row(layer.inputs) { $0.value(encodedPaths[$1.position]) }
        }
        write(analyzed.graph.shape(of: id), to: &json)
        json.member("parameters", cost.parameters.value)
        json.member("buffers", cost.buffers.value)
        json.member("macs", cost.macs.value)
        json.member("flops", cost.flops.value)
        json.member("activation_bytes", analyzed.activationBytes[id.position].value)
        json.key("receptive_field")
        json.value(seen)
        if analyzed.receptiveFields.unknown(id)?.layer == id { writeUnknown(of: id, to: &json) }
        json.member("span") { json in
          guard let span = table.span(of: id), let (line, column) = places?.place(of: span.start) else {
            return json.null()
          }
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
        json.key("receptive_field")
        json.value(encoded(analyzed.receptiveFields[output.layer]))
        writeUnknown(of: output.layer, to: &json)
      }
    }
  }

  /// Why a field is not known, where that is so.
  private func writeUnknown(of layer: LayerID, to json: inout JSONWriter) {
    guard let unknown = analyzed.receptiveFields.unknown(layer) else { return }
    json.key("unknown_from")
    json.value(encodedPaths[unknown.layer.position])
    json.member("unknown_because", FieldText.words(unknown.reason))
  }

  private func write(_ shape: Shape, to json: inout JSONWriter) {
    json.member("shape") { json in
      json.row(shape.extents) { json, extent in
        if let value = extent.value { json.number(value) } else { json.null() }
      }
    }
  }

  /// The lists of layers that gather the whole map, to which fields refer by their numbers.
  func writeGathering(to json: inout JSONWriter) {
    for list in lists.gathering {
      json.object(.inline) { json in
        json.key("layer")
        if let layer = list.layer { json.value(encodedPaths[layer.position]) } else { json.null() }
        json.member("after") { json in json.row(list.after) { $0.number($1) } }
      }
    }
  }

  /// The windows by unit, to which axes refer by their numbers.
  func writePhases(to json: inout JSONWriter) {
    for window in lists.windows {
      let phases = WindowPhases(window)
      json.object(.inline) { json in
        json.member("period", phases.period)
        json.member("step", phases.step)
        json.member("windows") { json in
          json.row(phases.extents) { json, extent in
            guard let extent else { return json.null() }
            json.row([extent.lowerBound, extent.upperBound]) { $0.number($1) }
          }
        }
      }
    }
  }

  private func encoded(_ field: ReceptiveField?) -> JSONWriter.Encoded {
    JSONWriter.Encoded { json in write(field, to: &json) }
  }

  private func write(_ field: ReceptiveField?, to json: inout JSONWriter) {
    guard let field else {
      json.string("unknown")
      return
    }
    json.object(.inline) { json in
      json.member("global", field.isGlobal)
      json.member("through", lists.number(of: field.through))
      json.key("axes")
      guard let axes = field.axes else {
        json.null()
        return
      }
      json.row(axes) { write($1, to: &$0) }
      if field.unitAxes != .parallel {
        json.member("unit_axes") { json in
          json.row(axes.indices) { json, axis in
            if let unit = field.unitAxes[axis] { json.number(unit) } else { json.null() }
          }
        }
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
      json.member("phases", lists.number(of: axis.window))
    }
  }
}
