import FoveaText
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("kernal", "kernel"), ("strdie", "stride"), ("Conv", "conv"), ("batchnorm", "batch_norm"), ("paddding", "padding"),
    ("relu_6", "relu6"), ("CONV_TRANSPOSE", "conv_transpose"), ("on", "in"),
  ])
  func `a near miss finds its word`(word: String, expected: String) {
    let words = ["kernel", "stride", "conv", "batch_norm", "padding", "relu", "relu6", "conv_transpose", "in", "out"]
    #expect(Spelling.nearest(to: word, among: words) == expected)
    #expect(Spelling.nearest(to: word, among: words.reversed()) == expected)
  }

  @Test(arguments: ["dropout", "x", "", "pooling", "zz"])
  func `a word like no other finds none`(word: String) {
    #expect(Spelling.nearest(to: word, among: ["kernel", "conv", "in", "y"]) == nil)
  }

  @Test func `case alone comes before any other difference`() {
    #expect(Spelling.nearest(to: "RELU", among: ["relu6", "rely", "Relu"]) == "Relu")
  }

  @Test func `of equally near words the first in the alphabet is taken`() {
    #expect(Spelling.nearest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
  }

  @Test func `huge words are not compared`() {
    let huge = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: huge, among: [huge]) == nil)
    #expect(Spelling.nearest(to: "conv", among: [huge, "convs"]) == "convs")
  }
}
