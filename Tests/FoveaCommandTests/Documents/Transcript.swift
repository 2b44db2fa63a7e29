/// What a block of console text shows: commands, each with its output.
///
/// A command stands behind `$ `, its further lines behind `> `; a line `…` is any number of lines of the output.
struct Transcript {
  struct Step: Hashable {
    var command: [String]
    var output: [String]

    /// Whether a real output is what is shown.
    func matches(_ actual: [String]) -> Bool { Self.matches(output[...], actual[...]) }

    /// Takes a real output, cut where the one that is shown ends with `…`: behind the same line, or as many empty
    /// lines.
    mutating func record(_ actual: [String]) {
      guard output.last == "…", let anchor = output.dropLast().last else {
        output = actual
        return
      }
      let count = output.count { $0 == anchor }
      let places = actual.indices.filter { actual[$0] == anchor }
      output = places.count < count ? actual : Array(actual[...places[count - 1]]) + ["…"]
    }

    private static func matches(_ pattern: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
      guard let first = pattern.first else { return lines.isEmpty }
      if first == "…" {
        return (lines.startIndex...lines.endIndex).contains { matches(pattern.dropFirst(), lines[$0...]) }
      }
      return lines.first == first && matches(pattern.dropFirst(), lines.dropFirst())
    }
  }

  var steps: [Step] = []

  init(_ lines: [String]) {
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: [String(line.dropFirst(2))], output: []))
      } else if line.hasPrefix("> "), let last = steps.last, last.output.isEmpty {
        steps[steps.count - 1].command.append(String(line.dropFirst(2)))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
  }

  var lines: [String] {
    steps.flatMap { step in
      ["$ " + (step.command.first ?? "")] + step.command.dropFirst().map { "> " + $0 } + step.output
    }
  }
}
