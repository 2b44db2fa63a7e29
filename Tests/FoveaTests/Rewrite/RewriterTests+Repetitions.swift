/// Layers that are repeated with a number in their text, and blocks within themselves.
extension RewriterTests {
  static let repetitions: [RewriteCase] = [
    RewriteCase(
      testDescription: "repetitions whose number is in an argument of the stack",
      text: network("  - conv: {out: 8 * (index + 1), kernel: 5, padding: 2}\n    repeat: 2\n"),
      result: network(
        "  - rewrite_5x5: {out: 8 * (index + 1)}\n    name: conv\n    replaces: conv\n    repeat: 2\n", block)),
    RewriteCase(
      testDescription: "repetitions that differ by their number",
      text: network("  - conv: {out: 8, kernel: 5, padding: index}\n    repeat: 3\n"),
      refusal: "its repetitions differ"),
    RewriteCase(
      testDescription: "a block that uses itself",
      text: network(
        "  - unit: {depth: 2}\n",
        """
        blocks:
          unit:
            params: {depth: }
            layers:
              - conv: {out: 8, kernel: 5, padding: 2}
              - {unit: {depth: depth - 1}, when: depth > 1}

        """),
      refusal: "the block `unit` uses itself"),
  ]
}
