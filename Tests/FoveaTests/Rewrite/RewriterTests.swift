import FoveaGraph
import Testing

@testable import Fovea
@testable import FoveaLanguage
@testable import FoveaText

/// A description, what is chosen in it, and what comes of it.
struct RewriteCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  var layers: [String] = ["**"]
  var form: RewriteForm?
  var widths: [Int] = []
  /// The new text; nil where it stays as it is.
  var result: String?
  /// A part of the first refusal.
  var refusal: String?
}

@Suite struct RewriterTests {
  static func network(_ layers: String, _ before: String = "", input: String = "8x32x32") -> String {
    "fovea: 1\ninput: \(input)\n\(before)layers:\n\(layers)"
  }

  static let block = """
    blocks:
      # Two 3x3 in place of a 5x5 convolution; all padding is in the first.
      rewrite_5x5:
        params: {out: }
        layers:
          - conv: {out: out, kernel: 3, padding: 2, bias: false}
          - conv: {out: out, kernel: 3}


    """

  private static let cases: [RewriteCase] = [
    RewriteCase(
      testDescription: "a layer of a document without blocks, its comment behind it",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2}   # wide\n  - relu\n"),
      result: network("  - rewrite_5x5: {out: 8}   # wide\n    name: conv\n    replaces: conv\n  - relu\n", block)),
    RewriteCase(
      testDescription: "a comment above the layers stays with them",
      text: "fovea: 1\ninput: 8x32x32\n\n# The trunk.\nlayers:\n  - conv: {out: 8, kernel: 5, padding: 2}\n",
      result:
        "fovea: 1\ninput: 8x32x32\n\n\(block)# The trunk.\nlayers:\n  - rewrite_5x5: {out: 8}\n"
        + "    name: conv\n    replaces: conv\n"
    ),
    RewriteCase(
      testDescription: "lines that end with CRLF",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2}\n  - relu\n").replacing("\n", with: "\r\n"),
      result: network("  - rewrite_5x5: {out: 8}\n    name: conv\n    replaces: conv\n  - relu\n", block).replacing(
        "\n", with: "\r\n")),
    RewriteCase(
      testDescription: "attributes on lines of their own, their comments kept above",
      text: network("  - conv:\n      out: 8      # eight\n      kernel: 5\t# a tab\n      padding: 2\n    name: a\n"),
      result: network(
        "  - # eight\n    # a tab\n    rewrite_5x5: {out: 8}\n    replaces: a\n    name: a\n", block)),
    RewriteCase(
      testDescription: "pairs, words and mappings in a flow list",
      text: network("  [conv: {out: 8, kernel: 5, padding: 2}, relu, {conv: {out: 8, kernel: 5, padding: 2}}]\n"),
      result: network(
        "  [{rewrite_5x5: {out: 8}, name: conv, replaces: conv}, relu, "
          + "{rewrite_5x5: {out: 8}, name: conv_2, replaces: conv_2}]\n",
        block)),
    RewriteCase(
      testDescription: "a document in flow style",
      text: "{fovea: 1, input: 8x32x32, layers: [{conv: {out: 8, kernel: 5, padding: 2}}]}",
      result:
        "{fovea: 1, input: 8x32x32, blocks: {rewrite_5x5: {params: {out: }, layers: "
        + "[{conv: {out: out, kernel: 3, padding: 2, bias: false}}, {conv: {out: out, kernel: 3}}]}}, "
        + "layers: [{rewrite_5x5: {out: 8}, name: conv, replaces: conv}]}"),
    RewriteCase(
      testDescription: "only one of two uses of a block: the other keeps it",
      text: network(
        "  - unit: {kernel: 3}\n  - unit: {out: 4, kernel: 5}   # here\n",
        """
        blocks:
          unit:                     # a convolution
            params: {kernel: , out: 8}
            layers:
              - conv: {out: out, kernel: kernel, padding: half}
              - relu

        """),
      layers: ["unit_2"],
      result: network(
        "  - unit: {kernel: 3}\n  - unit_5x5: {out: 4}   # here\n    name: unit_2\n",
        """
        blocks:
          unit:                     # a convolution
            params: {kernel: , out: 8}
            layers:
              - conv: {out: out, kernel: kernel, padding: half}
              - relu

          # `unit` with rewrite_5x5 inside.
          unit_5x5:                     # a convolution
            params: {out: 8}
            layers:
              - rewrite_5x5: {out: out}
                name: conv
                replaces: conv
              - relu

          # Two 3x3 in place of a 5x5 convolution; all padding is in the first.
          rewrite_5x5:
            params: {out: }
            layers:
              - conv: {out: out, kernel: 3, padding: 2, bias: false}
              - conv: {out: out, kernel: 3}

        """)),
    RewriteCase(
      testDescription: "all uses of a block: it is changed in place, with the parameters that nothing reads any more",
      text: network(
        "  - unit: {kernel: 5}\n  - unit: {kernel: 5, out: 4}\n",
        """
        blocks:
          unit:
            params: {kernel: , out: 8}
            layers:
              - conv: {out: out, kernel: kernel, padding: half}

        """),
      result: network(
        "  - unit: {}\n  - unit: {out: 4}\n",
        """
        blocks:
          unit:
            params: {out: 8}
            layers:
              - rewrite_5x5: {out: out}
                name: conv
                replaces: conv

          # Two 3x3 in place of a 5x5 convolution; all padding is in the first.
          rewrite_5x5:
            params: {out: }
            layers:
              - conv: {out: out, kernel: 3, padding: 2, bias: false}
              - conv: {out: out, kernel: 3}

        """)),
    RewriteCase(
      testDescription: "defaults are written out where the stack needs others, and an existing name is avoided",
      text: network(
        "  - conv: {out: \"max(4, in.channels)\", kernel: 5}\n",
        """
        defaults:
          conv: {bias: false, padding: half}
        blocks:
          rewrite_5x5:
            layers: [relu]

        """),
      widths: [6],
      result: network(
        "  - rewrite_5x5_2: {out: \"max(4, in.channels)\", width: 6}\n    name: conv\n    replaces: conv\n",
        """
        defaults:
          conv: {bias: false, padding: half}
        blocks:
          rewrite_5x5:
            layers: [relu]

          # Two 3x3 in place of a 5x5 convolution; all padding is in the first.
          rewrite_5x5_2:
            params: {out: , width: }
            layers:
              - conv: {out: width, kernel: 3, padding: 2}
              - conv: {out: out, kernel: 3, padding: 0}

        """)),
    RewriteCase(
      testDescription: "a reference to the layer is one to the stack",
      text: network(
        "  - conv: {out: 8, kernel: 5, padding: 2}\n    name: a\n  - relu\n  - add: {one: [], two: a}\n"),
      result: network(
        "  - rewrite_5x5: {out: 8}\n    replaces: a\n    name: a\n  - relu\n  - add: {one: [], two: a}\n", block)),
    RewriteCase(
      testDescription: "repetitions that are alike",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2}\n    repeat: 3\n"),
      result: network("  - rewrite_5x5: {out: 8}\n    name: conv\n    replaces: conv\n    repeat: 3\n", block)),
    RewriteCase(
      testDescription: "repetitions of which one is chosen",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2}\n    repeat: 3\n"), layers: ["conv.1"],
      refusal: "3 repetitions, of which 1 would be rewritten"),
    RewriteCase(
      testDescription: "a first repetition with attributes of its own",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2}\n    repeat: 3\n    first: {dilation: 2, padding: 4}\n"),
      refusal: "`first` gives"),
    RewriteCase(
      testDescription: "shared weights",
      text: network(
        "  - conv: {out: 8, kernel: 5, padding: 2}\n    name: a\n  - conv: {out: 8, kernel: 5, padding: 2}\n    weights: a\n"
      ),
      refusal: "it has the same weights as `conv`"),
    RewriteCase(
      testDescription: "a layer that an alias repeats",
      text: network("  - &five\n    conv: {out: 8, kernel: 5, padding: 2}\n  - relu\n  - *five\n"),
      refusal: "an alias stands for its text"),
    RewriteCase(
      testDescription: "attributes that come from an alias",
      text: network(
        "  - conv: &small {out: 8, kernel: 3, padding: 1}\n  - conv: {out: 4, kernel: 5, padding: 2}\n  - conv: *small\n"
      ),
      result: network(
        "  - conv: &small {out: 8, kernel: 3, padding: 1}\n  - rewrite_5x5: {out: 4}\n    name: conv_2\n"
          + "    replaces: conv_2\n"
          + "  - conv: *small\n", block),
      refusal: "as small as the layers of a stack"),
    RewriteCase(
      testDescription: "a variant in which the layer is another one",
      text: network(
        "  - conv: {out: 8, kernel: k, padding: half}\n",
        "params: {k: 5}\nvariants: {five: {}, three: {k: 3}}\n"),
      refusal: "another convolution in the variant `three`"),
    RewriteCase(
      testDescription: "padding that depends on the size of the input",
      text: network("  - conv: {out: 8, kernel: 5, stride: 2, padding: same}\n"),
      refusal: "the padding depends on the size of the input"),
    RewriteCase(
      testDescription: "channels that do not divide into the groups",
      text: network("  - conv: {out: 8, kernel: 5, padding: 2, groups: 8}\n"), widths: [12],
      refusal: "12 channels between the layers do not divide into 8 groups"),
    RewriteCase(
      testDescription: "a transposed convolution",
      text: network("  - conv_transpose: {out: 8, kernel: 6, stride: 2}\n"),
      refusal: "a transposed convolution"),
    RewriteCase(
      testDescription: "strides that no chain has",
      text: network("  - conv: {out: 8, kernel: 17, stride: 2}\n"), form: .strided,
      refusal: "no strided chain"),
    RewriteCase(
      testDescription: "a name that belongs to another layer in another variant",
      text: network(
        "  - conv: {out: 8, kernel: 5, padding: 2}\n    when: a\n  - conv: {out: 8, kernel: 3, padding: 1}\n",
        "params: {a: true}\nvariants: {one: {}, two: {a: false}}\n"),
      layers: ["conv"], refusal: "the name `conv` on its path is that of another layer in another variant"),
  ]

  @Test(arguments: cases + repetitions)
  func `the text is changed as a person would change it, or not at all`(example: RewriteCase) throws {
    var choice = RewriteOptions()
    choice.layers = example.layers
    choice.form = example.form
    choice.widths = example.widths
    let source = SourceText(path: "net.yaml", text: example.text)
    let rewrite = try Specification(source).rewritten(choice)
    #expect(String(decoding: rewrite.rewritten.bytes, as: UTF8.self) == example.result ?? example.text)
    let refusals = rewrite.refusals.map { $0.reason + ($0.help.map { "; \($0)" } ?? "") }
    if let expected = example.refusal {
      #expect(refusals.contains { $0.contains(expected) }, "\(refusals)")
    } else {
      #expect(refusals == [])
    }
  }

  @Test func `strided chains are those of the literature`() {
    let seven = StridedAxis(kernel: 7, stride: 2, layers: 2)
    #expect(seven?.kernels == [3, 3])
    #expect(seven?.strides == [2, 1])
    let eleven = StridedAxis(kernel: 11, stride: 4, layers: 3)
    #expect(eleven?.kernels == [3, 3, 3])
    #expect(eleven?.strides == [2, 1, 2])
    // 3x3/4, then 3x3, reaches eleven rows but not the fourth and the eighth.
    #expect(StridedAxis(kernel: 11, stride: 4, layers: 2) == nil)
  }

  @Test(arguments: [
    ("2 of 3x3", 64, 192, 5, 1, 27, 1.50), ("3x3/2 + 3x3", 3, 64, 7, 2, 224, 4.11),
    ("2 of 3x3", 48, 64, 5, 1, 35, 0.88),
  ])
  func `costs count the larger maps of padding in front`(
    _ kernels: String, _ inputs: Int, _ outputs: Int, _ kernel: Int, _ stride: Int, _ size: Int, _ ratio: Double
  ) throws {
    var choice = RewriteOptions()
    choice.layers = ["**"]
    choice.form = stride > 1 ? .strided : .stack
    let text = Self.network(
      "  - conv: {out: \(outputs), kernel: \(kernel), stride: \(stride), padding: half}\n",
      input: "\(inputs)x\(size)x\(size)")
    let rewrite = try Specification(SourceText(path: "net.yaml", text: text)).rewritten(choice)
    let proposal = try #require(rewrite.proposals.first)
    #expect(proposal.kernelsText == kernels)
    #expect(abs(proposal.cost.macsRatio - ratio) < 0.005)
    // The figures of the proposal are those of the network that comes of it.
    #expect(rewrite.after.totals.macs == .known(proposal.cost.after.macs.value ?? 0))
    #expect(rewrite.after.totals.parameters == .known(proposal.cost.after.parameters.value ?? 0))
  }
}
