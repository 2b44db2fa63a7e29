import Foundation
import FoveaText
import Testing

@Suite struct JSONWriterTests {
  @Test func `every character that needs it is escaped`() throws {
    let text = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init))) + "\u{2028}層😀"
    var json = JSONWriter()
    json.object(.inline) { json in json.member(text, text) }
    let value = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(value == [text: text])
  }
}
