import FoveaGraph
import Testing

@Suite struct GatedLinearTests {
  @Test(arguments: [("8x3x3", "4x3x3"), ("8", "4"), ("3x3x8c", "3x3x4c"), ("?x3", "?x3")] as [(Shape, Shape)])
  func `half of the channels are the gate of the others`(input: Shape, output: Shape) throws {
    let applied = try apply(GLU.self, to: input)
    #expect(applied.output == output)
    #expect(applied.cost.operations == 5 * output.elements)
    #expect(applied.view == (input.rank == 0 ? .channels : .pointwise))
  }

  @Test func `an odd number of channels has no half`() {
    #expect { try GLU().shape(of: Operands("7x3x3")) } throws: {
      ($0 as? ShapeError)?.message == "`glu` needs an even number of channels, found 7"
    }
  }

  @Test func `the lower bound of hardtanh is not above the upper one`() {
    var hardtanh = Hardtanh()
    (hardtanh.least, hardtanh.greatest) = (2, 1)
    #expect { try hardtanh.shape(of: Operands("7x3x3")) } throws: {
      ($0 as? ShapeError)?.message == "`min` is 2.0, above the `max` of 1.0"
    }
  }
}
