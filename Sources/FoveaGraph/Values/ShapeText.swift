/// Shapes as text: `3x224x224`, with `?` for a size that is not known.
package enum ShapeText {
  /// Why a text is no shape; without a message it does not look like one at all.
  package struct Failure: Error, Hashable {
    package let message: String?
  }

  /// Reads a shape of channels and up to three sizes.
  package static func shape(of text: String) -> Result<Shape, Failure> {
    var extents: [Extent] = []
    for part in text.split(separator: "x", omittingEmptySubsequences: false) {
      if part == "?" {
        extents.append(.unknown)
        continue
      }
      guard !part.isEmpty, part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        return .failure(Failure(message: nil))
      }
      guard let size = Int(part), (1...Extent.limit).contains(size) else {
        return .failure(
          Failure(message: "a size must be an integer from 1 to \(Extent.limit), or `?`; found `\(part)`"))
      }
      extents.append(Extent(size))
    }
    return shape(of: extents).map(Result.success) ?? .failure(Failure(message: nil))
  }

  /// The shape with channels and up to three sizes, in this order.
  package static func shape(of extents: [Extent]) -> Shape? {
    guard (1...4).contains(extents.count) else { return nil }
    return Shape(channels: extents[0], spatial: Extents(extents.dropFirst()))
  }
}
