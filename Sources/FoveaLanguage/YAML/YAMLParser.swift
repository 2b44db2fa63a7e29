internal import CLibYAML

/// One step of a YAML text, with places in bytes.
struct YAMLEvent: BitwiseCopyable {
  enum Kind: UInt8 {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd, failure
  }

  var kind: Kind
  /// An anchor or a tag stands between `start` and the node itself.
  var isAnchored = false
  var isTagged = false
  /// A flow collection.
  var isFlow = false
  var style = ScalarStyle.plain
  /// The bytes of the event in the file, including its anchor.
  var start: UInt32
  var end: UInt32
  /// The bytes of a scalar's text, in the file or in the side buffer.
  var textStart: UInt32 = 0
  var textEnd: UInt32 = 0
  var isTextInSideBuffer = false

  enum ScalarStyle: UInt8 {
    case plain, quoted, block
  }
}

/// Why libyaml stopped, in its words.
struct YAMLFailure {
  var problem: String
  var context: String
  /// The byte at which it noticed.
  var offset: UInt32
  /// The byte at which the surrounding construct begins.
  var contextOffset: UInt32
}

/// libyaml's event parser over bytes in memory.
///
/// This is the only place that touches memory by pointers. The argument for it: the three pointers are allocated and
/// freed here and never leave (the type is not copyable, and lives only inside `read`, which also keeps the bytes in
/// place); libyaml owns an event's text until `yaml_event_delete`, and it is copied out before.
@safe struct YAMLParser: ~Copyable {
  /// Text that does not stand in the file as it reads: escapes, folded lines, block scalars.
  private(set) var sideBuffer: [UInt8] = []

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let source: UnsafeBufferPointer<UInt8>
  private let byteCount: Int
  private let isASCII: Bool
  private let isReady: Bool
  /// A character and its byte; libyaml counts characters, and asks in nearly ascending order.
  private var cursor: (character: Int, byte: Int)

  /// Runs a parser over well-formed UTF-8; `contentStart` is the length of the byte order mark.
  static func read<Result>(
    _ bytes: [UInt8], from contentStart: Int, isASCII: Bool, _ body: (inout YAMLParser) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { source in
      var parser = unsafe YAMLParser(source, contentStart, isASCII)
      return body(&parser)
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, _ contentStart: Int, _ isASCII: Bool) {
    unsafe self.parser = .allocate(capacity: 1)
    unsafe self.event = .allocate(capacity: 1)
    unsafe self.source = source
    byteCount = source.count
    self.isASCII = isASCII
    cursor = (0, contentStart)
    isReady = unsafe yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let rest = unsafe UnsafeBufferPointer(rebasing: source[contentStart...])
    // An empty file has no base address; any pointer serves for no bytes.
    unsafe rest.withMemoryRebound(to: UInt8.self) { rest in
      if let start = rest.baseAddress {
        unsafe yaml_parser_set_input_string(parser, start, rest.count)
      } else {
        unsafe yaml_parser_set_input_string(parser, UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self), 0)
      }
    }
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe event.deallocate()
  }

  /// The next event; after a `failure` or a `streamEnd` there is nothing more to ask.
  mutating func next() -> YAMLEvent {
    guard isReady, unsafe yaml_parser_parse(parser, event) == 1 else {
      return YAMLEvent(kind: .failure, start: 0, end: 0)
    }
    let start = unsafe offset(of: event.pointee.start_mark.index)
    let end = unsafe offset(of: event.pointee.end_mark.index)
    var step = YAMLEvent(kind: .streamEnd, start: start, end: end)
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: unsafe readScalar(event.pointee.data.scalar, into: &step)
    case YAML_SEQUENCE_START_EVENT:
      step.kind = .sequenceStart
      step.isFlow = unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      step.isAnchored = unsafe event.pointee.data.sequence_start.anchor != nil
      step.isTagged = unsafe event.pointee.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      step.kind = .mappingStart
      step.isFlow = unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      step.isAnchored = unsafe event.pointee.data.mapping_start.anchor != nil
      step.isTagged = unsafe event.pointee.data.mapping_start.tag != nil
    case YAML_SEQUENCE_END_EVENT: step.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: step.kind = .mappingEnd
    case YAML_ALIAS_EVENT: step.kind = .alias
    case YAML_STREAM_START_EVENT: step.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: step.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: step.kind = .documentEnd
    default: step.kind = .streamEnd
    }
    unsafe yaml_event_delete(event)
    return step
  }

  /// Why `next` answered `failure`.
  mutating func failure() -> YAMLFailure {
    guard isReady, let problem = unsafe parser.pointee.problem else {
      return YAMLFailure(problem: "out of memory", context: "", offset: 0, contextOffset: 0)
    }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    return YAMLFailure(
      problem: unsafe String(cString: problem), context: context,
      offset: unsafe offset(of: parser.pointee.problem_mark.index),
      contextOffset: unsafe offset(of: parser.pointee.context_mark.index))
  }

  private typealias Scalar = yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar

  private mutating func readScalar(_ scalar: Scalar, into step: inout YAMLEvent) {
    step.kind = .scalar
    step.isAnchored = unsafe scalar.anchor != nil
    step.isTagged = unsafe scalar.tag != nil
    switch unsafe scalar.style {
    case YAML_PLAIN_SCALAR_STYLE: step.style = .plain
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: step.style = .quoted
    default: step.style = .block
    }
    let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let end = Int(step.end) - (step.style == .quoted ? 1 : 0)
    let start = end - text.count
    if step.style != .block, start >= Int(step.start), unsafe isInSource(text, at: start) {
      step.textStart = UInt32(truncatingIfNeeded: start)
      step.textEnd = UInt32(truncatingIfNeeded: end)
    } else {
      step.isTextInSideBuffer = true
      step.textStart = UInt32(truncatingIfNeeded: sideBuffer.count)
      unsafe sideBuffer.append(contentsOf: text)
      step.textEnd = UInt32(truncatingIfNeeded: sideBuffer.count)
    }
  }

  private func isInSource(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in 0..<text.count where unsafe text[index] != source[start + index] { return false }
    return true
  }

  /// The byte of a character.
  private mutating func offset(of character: Int) -> UInt32 {
    if isASCII { return UInt32(truncatingIfNeeded: min(character, byteCount)) }
    while cursor.character < character, cursor.byte < byteCount {
      cursor.byte += 1
      while cursor.byte < byteCount, isContinuation(cursor.byte) { cursor.byte += 1 }
      cursor.character += 1
    }
    while cursor.character > character, cursor.byte > 0 {
      cursor.byte -= 1
      while cursor.byte > 0, isContinuation(cursor.byte) { cursor.byte -= 1 }
      cursor.character -= 1
    }
    return UInt32(truncatingIfNeeded: cursor.byte)
  }

  private func isContinuation(_ byte: Int) -> Bool { unsafe (source[byte] & 0xC0) == 0x80 }
}
