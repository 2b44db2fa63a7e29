import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files that have no name yet under which anybody knows them: they are removed where a signal ends the program.
///
/// A handler of signals may neither wait nor allocate. It walks a list that only grows, whose entries stay in memory.
enum Temporaries {
  /// One file in the list.
  @safe struct Entry {
    fileprivate let path: UnsafeMutablePointer<CChar>
    fileprivate let next: UInt

    /// Takes the file out, because it has its name, or is removed.
    func forget() { unsafe path.pointee = 0 }
  }

  /// The address of the newest entry.
  private static let newest = Atomic<UInt>(0)
  /// How many files are being written in place, which no signal may leave half done.
  private static let held = Atomic<Int>(0)
  /// The signal that came meanwhile.
  private static let pending = Atomic<Int32>(0)

  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU]

  /// Signals that the program was started without are left alone; a file that is too large is an error of its writing.
  private static let isListening: Bool = {
    _ = (newest.load(ordering: .relaxed), held.load(ordering: .relaxed), pending.load(ordering: .relaxed))
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    for number in endings {
      let old = unsafe unsafeBitCast(signal(number) { Temporaries.handle($0) }, to: Int.self)
      if old == ignored { _ = signal(number, SIG_IGN) }
    }
    _ = signal(SIGXFSZ, SIG_IGN)
    return true
  }()

  /// Adds a file that is about to be made.
  static func add(_ path: String) -> Entry? {
    guard isListening, let text = unsafe strdup(path) else { return nil }
    let node = UnsafeMutablePointer<Entry>.allocate(capacity: 1)
    var next = newest.load(ordering: .acquiring)
    while true {
      let entry = unsafe Entry(path: text, next: next)
      unsafe node.initialize(to: entry)
      let (isDone, current) = newest.compareExchange(
        expected: next, desired: UInt(bitPattern: node), ordering: .acquiringAndReleasing)
      if isDone { return entry }
      next = current
    }
  }

  /// Removes all that are left.
  static func removeAll() {
    var address = newest.load(ordering: .acquiring)
    while let node = unsafe UnsafePointer<Entry>(bitPattern: address) {
      unsafe _ = unlink(node.pointee.path)
      address = unsafe node.pointee.next
    }
  }

  /// Does what no signal may end in its middle.
  static func holdingSignals(_ body: () -> Void) {
    _ = isListening
    held.add(1, ordering: .sequentiallyConsistent)
    defer {
      held.subtract(1, ordering: .sequentiallyConsistent)
      let number = pending.load(ordering: .sequentiallyConsistent)
      if number != 0 { raise(number) }
    }
    body()
  }

  private static func handle(_ number: Int32) {
    if held.load(ordering: .sequentiallyConsistent) > 0 {
      pending.store(number, ordering: .sequentiallyConsistent)
      return
    }
    removeAll()
    _ = signal(number, SIG_DFL)
    raise(number)
  }
}
