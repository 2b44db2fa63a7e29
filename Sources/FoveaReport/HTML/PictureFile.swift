#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A picture that stands for the input in a page, instead of the one that the tool makes.
package struct PictureFile: Sendable {
  /// The kinds of pictures that every browser shows and that run nothing.
  enum Kind: String, CaseIterable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"

    /// What a file of the kind begins with.
    init?(_ bytes: [UInt8]) {
      func begins(_ mark: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: mark) }
      if begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
        self = .png
      } else if begins([0xff, 0xd8, 0xff]) {
        self = .jpeg
      } else if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) {
        self = .gif
      } else if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) {
        self = .webp
      } else {
        return nil
      }
    }
  }

  /// Why a file cannot be shown.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// The most bytes of a picture: the page holds all of them, in base 64.
  package static let limit = 4 << 20

  /// The picture as a `data:` address.
  let address: String

  /// Reads a picture.
  ///
  /// - Throws: what is wrong with the bytes, as a phrase that follows the path.
  package init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.limit else {
      throw Problem(description: "a picture may have at most \(Self.limit >> 20) MiB, since the page holds all of it")
    }
    guard let kind = Kind(bytes) else {
      throw Problem(description: "this is no PNG, JPEG, GIF or WebP picture")
    }
    address = "data:\(kind.rawValue);base64," + Data(bytes).base64EncodedString()
  }
}
