/// Who uses whom, and where it can be seen.
struct Arrows {
  private(set) var places: [String: [String: [String]]] = [:]

  mutating func add(from user: String, to used: String, place: String) {
    guard user != used else { return }
    places[user, default: [:]][used, default: []].append(place)
  }

  /// The places of an arrow.
  func between(_ user: String, _ used: String) -> [String] { places[user]?[used] ?? [] }

  /// The arrows of circles, one line each, with their places; none where all arrows lead the same way.
  var circles: [String] {
    places.keys.sorted().flatMap { user in
      (places[user] ?? [:]).keys.sorted().filter { reaches(from: $0, user) }.map { used in
        "\(user) uses \(used): " + between(user, used).sorted().joined(separator: ", ")
      }
    }
  }

  private func reaches(from start: String, _ end: String) -> Bool {
    var reached: Set = [start]
    var open = [start]
    while let room = open.popLast() {
      if room == end { return true }
      for next in (places[room] ?? [:]).keys where reached.insert(next).inserted { open.append(next) }
    }
    return false
  }
}
