import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaFilters
@testable import FoveaLanguage
@testable import FoveaText

@Suite struct `Layers of two networks are paired` {
  /// What differs between two lists of layers, as lines such as `+ conv_2` and `~ conv: out 8 → 16`.
  private func lines(_ old: String, _ new: String) throws -> [String] {
    let difference = try difference(old, new)
    return difference.removed.map { "- " + difference.old.path(of: $0) }
      + difference.changed.map { change in
        "~ \(difference.new.path(of: change.new)): "
          + change.attributes.map { "\($0.name) \($0.old) → \($0.new)" }.joined(separator: ", ")
      } + difference.added.map { "+ " + difference.new.path(of: $0) }
  }

  private func difference(_ old: String, _ new: String) throws -> NetworkDifference {
    func graph(_ layers: String) throws -> Graph {
      let text = layers.hasPrefix("fovea") ? layers : "fovea: 1\ninput: 3x32x32\nlayers:\n" + layers
      let elaboration = Specification(SourceText(path: "net.yaml", text: text)).elaborate()
      #expect(!elaboration.hasErrors, "\(elaboration.diagnostics.map(\.message))")
      return try #require(elaboration.graph)
    }
    return NetworkDifference(try graph(old), try graph(new))
  }

  @Test func `though automatic names are shifted by a new layer`() throws {
    let old = (0..<12).map { "- conv: {out: \($0 % 3 + 4), kernel: 1}\n- relu\n" }
    var new = old
    new.insert("- conv: {out: 5, kernel: 3}\n- relu\n", at: 5)
    #expect(try lines(old.joined(), new.joined()) == ["+ conv_6", "+ relu_6"])
    #expect(try lines(new.joined(), old.joined()) == ["- conv_6", "- relu_6"])
  }

  @Test func `though they have other names`() throws {
    let old = "- {conv: {out: 4, kernel: 3}, name: a}\n- {relu: , name: b}\n- {conv: {out: 8, kernel: 3}, name: c}"
    let new = "- {conv: {out: 4, kernel: 3}, name: x}\n- {relu: , name: y}\n- {conv: {out: 8, kernel: 3}, name: z}"
    #expect(try lines(old, new) == [])
    #expect(try difference(old, new).renamed.count == 3)
  }

  @Test func `and their attributes are told`() throws {
    let old = "- conv: {out: 4, kernel: 3}\n- {max_pool: {kernel: 2}, name: pool}"
    let new = "- conv: {out: 8, kernel: [3, 1], bias: false}\n- {avg_pool: {kernel: 2}, name: pool}"
    #expect(
      try lines(old, new) == [
        "~ conv: out 4 → 8, kernel 3 → [3, 1], bias true → false", "~ pool: operator max_pool → avg_pool",
      ])
  }

  @Test func `by the names that somebody chose, where every width is another`() throws {
    func stages(_ width: Int) -> String {
      (0..<4).map { "- {conv: {out: \(width << $0), kernel: 3}, name: stage\($0), repeat: 2}\n" }.joined()
    }
    let expected = (0..<4).flatMap { stage in
      (0..<2).map { "~ stage\(stage).\($0): out \(4 << stage) → \(8 << stage)" }
    }
    #expect(try lines(stages(4), stages(8)) == expected)
  }

  @Test func `in the stage that has one more`() throws {
    func stages(_ counts: [Int]) -> String {
      counts.enumerated().map { "- {conv: {out: 4, kernel: 1}, name: stage\($0.offset), repeat: \($0.element)}\n" }
        .joined()
    }
    #expect(try lines(stages([2, 2, 2]), stages([2, 3, 2])) == ["+ stage1.2"])
    #expect(try lines(stages([4, 3, 2]), stages([2, 3, 2])) == ["- stage0.2", "- stage0.3"])
  }

  @Test func `and one that reads another layer is told`() throws {
    let old =
      "- {conv: {out: 3, kernel: 1}, name: a}\n- {conv: {out: 3, kernel: 1}, name: b}\n- add: {x: a, y: input}\n"
    let new = "- {conv: {out: 3, kernel: 1}, name: a}\n- {conv: {out: 3, kernel: 1}, name: b}\n- add: {x: a, y: b}\n"
    #expect(try lines(old, new) == ["~ add: from input → b"])
    #expect(
      try lines(
        old,
        "- {conv: {out: 3, kernel: 1}, name: a}\n- {conv: {out: 3, kernel: 1}, name: b}\n- add: {x: a, y: b, z: a}\n")
        == ["~ add: inputs 2 → 3"])
  }

  @Test func `and a layer in another place is one layer`() throws {
    let pool = "- {max_pool: {kernel: 2}, name: pool}\n"
    let body = ["- conv: {out: 4, kernel: 1}\n", "- conv: {out: 5, kernel: 1}\n", "- conv: {out: 6, kernel: 1}\n"]
    let found = try lines(pool + body.joined(), body.joined() + pool)
    #expect(found.allSatisfy { $0.hasPrefix("~ ") && $0.contains("from") })
    #expect(!found.isEmpty)
  }

  @Test func `and inputs of another shape are told`() throws {
    let old = "fovea: 1\ninput: 3x32x32\nlayers: [relu]"
    let new = "fovea: 1\ninput: 3x64x64\nlayers: [relu]"
    #expect(try lines(old, new) == ["~ input: shape [3, 32, 32] → [3, 64, 64]"])
  }

  @Test func `in large networks too`() throws {
    // Widths repeat after 97 layers, so none is unmistakable; the layer that changes has 1200² % 97 + 1 = 36 of them.
    let old = (0..<1_500).map { "- conv: {out: \($0 * $0 % 97 + 1), kernel: 1}\n- relu\n" }
    var new = old
    new[1_200] = "- conv: {out: 7, kernel: 3, padding: 1}\n- relu\n"
    new.insert("- conv: {out: 5, kernel: 5, padding: 2}\n", at: 700)
    new.remove(at: 100)
    let found = try lines(old.joined(), new.joined())
    #expect(
      found == ["- conv_101", "- relu_101", "~ conv_1201: out 36 → 7, kernel 1 → 3, padding 0 → 1", "+ conv_700"])
  }
}
