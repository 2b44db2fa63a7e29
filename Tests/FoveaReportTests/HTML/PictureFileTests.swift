import Testing

@testable import FoveaReport

@Suite struct PictureFileTests {
  @Test(arguments: [
    ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "data:image/png;base64,iVBORw0KGgo="),
    ([0xff, 0xd8, 0xff, 0xe0], "data:image/jpeg;base64,/9j/4A=="),
    (Array("GIF89a".utf8), "data:image/gif;base64,R0lGODlh"),
    (Array("RIFF....WEBP".utf8), "data:image/webp;base64,UklGRi4uLi5XRUJQ"),
  ])
  func `a picture is known by its first bytes`(bytes: [UInt8], address: String) throws {
    #expect(try PictureFile(bytes).address == address)
  }

  @Test(arguments: ["", "<svg onload='alert(1)'>", "RIFF....WAVE", "GIF", "%PDF-1.7"])
  func `anything else is refused`(text: String) {
    #expect(throws: PictureFile.Problem(description: "this is no PNG, JPEG, GIF or WebP picture")) {
      try PictureFile(Array(text.utf8))
    }
  }

  @Test func `a picture that is too large is refused`() {
    #expect(throws: PictureFile.Problem.self) {
      try PictureFile([0xff, 0xd8, 0xff] + [UInt8](repeating: 0, count: PictureFile.limit))
    }
  }
}
