import FoveaGraph
import Testing

@Suite struct AxisFieldReferenceTests {
  @Test(arguments: [(1, 250), (251, 500), (501, 800)])
  func `a random chain of layers shows every unit the rows that explicit sets show it`(seeds: (Int, Int)) throws {
    for seed in seeds.0...seeds.1 {
      var generator = SplitMix64(seed: seed)
      var (field, reference, story) = (AxisField.input, ReferenceField.input(), "seed \(seed):")
      for _ in 0..<Int.random(in: 1...7, using: &generator) {
        let layer = ReferenceLayer.random(coarse: reference.period.units <= 48, using: &generator)
        story += " \(layer),"
        field = try #require(field.behind(layer.window), Comment(rawValue: story))
        reference = reference.seen(through: layer)
        reference.expectEqual(field, story)
      }
    }
  }

  @Test(arguments: [(1, 200), (201, 400)])
  func `a random graph with joins shows every unit the rows that explicit sets show it`(seeds: (Int, Int)) throws {
    var joins = 0
    for seed in seeds.0...seeds.1 {
      var generator = SplitMix64(seed: -seed)
      var maps = [(AxisField.input, ReferenceField.input(), "seed -\(seed):")]
      for _ in 0..<Int.random(in: 4...10, using: &generator) {
        let index = Int.random(in: max(0, maps.count - 4)..<maps.count, using: &generator)
        let (field, reference, story) = maps[index]
        let partners = maps.indices.filter { $0 != index && maps[$0].1.hasSameRate(as: reference) }
        if Bool.random(using: &generator), let partner = partners.randomElement(using: &generator),
          reference.period.units * maps[partner].1.period.units <= 144
        {
          let (other, otherReference, otherStory) = maps[partner]
          let description = "\(story) joined with (\(otherStory)),"
          let joined = try #require(field.joined(with: other), Comment(rawValue: description))
          let joinedReference = reference.joined(with: otherReference)
          joinedReference.expectEqual(joined, description)
          maps.append((joined, joinedReference, description))
          joins += 1
        } else {
          let coarse = reference.period.units <= 12 && Int.random(in: 0...2, using: &generator) == 0
          let layer = ReferenceLayer.random(coarse: coarse, using: &generator)
          let description = "\(story) \(layer),"
          let seen = try #require(field.behind(layer.window), Comment(rawValue: description))
          let seenReference = reference.seen(through: layer)
          seenReference.expectEqual(seen, description)
          maps.append((seen, seenReference, description))
        }
      }
    }
    #expect(joins > 200)
  }
}
