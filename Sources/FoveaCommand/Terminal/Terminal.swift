import ArgumentParser
import FoveaGraph
import FoveaReport
import FoveaText

/// The terminal, or what stands in its place.
enum Terminal {
  enum Stream {
    case output, error
  }

  /// When text is coloured.
  enum Colour: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// Whether text for a stream is coloured: on a terminal, unless `NO_COLOR` is set.
    func applies(to stream: Stream) -> Bool {
      switch self {
      case .always: true
      case .never: false
      case .auto: isTerminal(stream) && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
      }
    }
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    stream == .output ? Descriptor.standardOutput.isTerminal : Descriptor.standardError.isTerminal
  }

  /// The columns and rows of the terminal; `COLUMNS` and `LINES` where the output is none, else 100 columns.
  static var size: (columns: Int, rows: Int?) {
    if let size = Descriptor.standardOutput.terminalSize { return (size.columns, size.rows) }
    return (environment("COLUMNS").flatMap { Int($0) } ?? 100, environment("LINES").flatMap { Int($0) })
  }

  /// The columns at which lines of prose break: those of a terminal, or `COLUMNS`. Elsewhere a program may look for a
  /// line, which stays in one piece.
  static var foldingWidth: Int? {
    Descriptor.standardOutput.terminalSize?.columns ?? environment("COLUMNS").flatMap { Int($0) }
  }

  /// Writes text to a stream.
  ///
  /// Where the reader of the standard output has gone away, the program ends quietly, and where that takes no more,
  /// with a message. Nobody can be told that the standard error takes no more: the exit status still says what it said.
  ///
  /// The standard output takes the text as it is: it may be a description, or JSON for a program.
  static func write(_ text: String, to stream: Stream = .output) {
    send(stream == .output ? text : VisibleText.escapeLines(text), to: stream)
  }

  /// Writes a message in the words of the program, on a line of its own.
  static func tell(_ message: String) { write("fovea: \(VisibleText.escape(message))\n", to: .error) }

  /// Writes the message of an error.
  static func tell(_ error: some Error) {
    tell("error: \(error)")
    for line in (error as? FileError)?.lines ?? [] { write("  \(VisibleText.escape(line))\n", to: .error) }
  }

  /// Writes findings with their lines.
  static func tell(_ findings: [Diagnostic], in source: SourceText?, colour: Colour) {
    write(DiagnosticText.text(findings, in: source, width: foldingWidth), colour: colour, to: .error)
  }

  /// Writes a line over the last line of the standard error, or removes that.
  static func replaceLine(by text: String = "") {
    hasLine.withLock { $0 = !text.isEmpty }
    put("\r\u{1B}[K" + VisibleText.escape(text), to: .error)
  }

  /// Whether the last line of the standard error is one that is to be replaced, and not to be added to.
  private static let hasLine = Guarded(false)

  private static func send(_ text: String, to stream: Stream) {
    let isLineInTheWay = hasLine.withLock { hasLine in
      defer { hasLine = false }
      return hasLine
    }
    if isLineInTheWay { put("\r\u{1B}[K", to: .error) }
    put(text, to: stream)
  }

  private static func put(_ text: String, to stream: Stream) {
    do throws(SystemError) {
      switch stream {
      case .output: try Descriptor.standardOutput.write(text)
      case .error: try Descriptor.standardError.write(text)
      }
    } catch {
      if stream == .error { return }
      if error.isBrokenPipe { ExitCode.brokenPipe.end() }
      tell("error: the standard output cannot be written: \(error)")
      ExitCode.badUsage.end()
    }
  }

  /// Writes text in the colours of its roles, if they apply; nothing else in it is an order to a terminal.
  static func write(_ text: StyledText, colour: Colour, to stream: Stream = .output) {
    send(colour.applies(to: stream) ? text.visible.rendered(code) : text.visible.plain, to: stream)
  }

  private static func code(_ role: StyledText.Role) -> (open: String, close: String) {
    let number =
      switch role {
      case .plain: ""
      case .strong: "1"
      case .error: "1;31"
      case .warning: "1;33"
      case .info, .note: "1;36"
      case .help: "1;32"
      case .dim, .legend: "2"
      case .bar: "34"
      }
    return number.isEmpty ? ("", "") : ("\u{1B}[\(number)m", "\u{1B}[0m")
  }
}
