internal import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Threads that wait for the next loop: they spin for a moment, because layers follow each other closely, then sleep.
///
/// A class, because it owns threads.
public final class ThreadPool: Sendable {
  /// The number of threads that work on a loop, the calling one included.
  public let threads: Int
  /// Memory for the layers that run on this pool.
  let scratch = ScratchMemory()
  private let board: Board

  /// The most threads of a pool that the environment may ask for.
  public static let most = 1024

  /// As many threads as the environment variable `FOVEA_THREADS` says or, failing that, one per processor that this
  /// machine has online.
  public static let shared: ThreadPool = {
    let named = unsafe getenv("FOVEA_THREADS").flatMap { unsafe Int(String(cString: $0)) }
    return ThreadPool(threads: min(named ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)), most))
  }()

  /// A pool of that many threads, at least one: the caller's own.
  public init(threads: Int) {
    let board = Board()
    var started = 1
    while started < threads, board.startWorker(started) { started += 1 }
    self.threads = started
    self.board = board
  }

  deinit { board.stop() }

  /// Calls `body` once for each item below `count`, on all threads of the pool; returns when all calls have returned.
  ///
  /// `body` must be safe to call from several threads at once on different items; `worker` is below `threads`, and no
  /// two calls with the same worker overlap. A loop inside a loop, or beside another one, runs on its own thread alone.
  func run(_ count: Int, _ body: (_ item: Int, _ worker: Int) -> Void) {
    if threads == 1 || count < 2 || !board.claim() {
      for item in 0..<count { body(item, 0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      board.work(count, body)
    }
    board.release()
  }
}

/// Where the loop at hand is posted. The caller writes the loop, opens it and raises `generation`. A worker that has
/// seen that counts itself `inside`, and only then looks whether the loop is still open. The caller closes the loop
/// when no item is left, and goes on when nobody is inside: it waits for the workers that have items, not for those
/// that the system has not let run yet.
@safe private final class Board: Sendable {
  private let busy = Atomic<Bool>(false)
  private let generation = Atomic<Int>(0)
  private let next = Atomic<Int>(0)
  /// The generation of the loop that can be entered; 0 while there is none.
  private let open = Atomic<Int>(0)
  private let inside = Atomic<Int>(0)
  /// The processor on which the caller posted the loop.
  private let processor = Atomic<Int>(-1)
  private let sleeping = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)
  nonisolated(unsafe) private var body: ((Int, Int) -> Void)?
  nonisolated(unsafe) private var count = 0
  nonisolated(unsafe) private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  nonisolated(unsafe) private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Long enough to bridge the gap between two layers, some 50 µs.
  private static let spins = 20_000

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func claim() -> Bool { busy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged }
  func release() { busy.store(false, ordering: .releasing) }

  func startWorker(_ index: Int) -> Bool {
    let start = unsafe Unmanaged.passRetained(WorkerStart(board: self, index: index))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let result = unsafe pthread_create(&thread, nil, runWorker, start.toOpaque())
    if result != 0 { unsafe start.release() }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      if result == 0 { pthread_detach(thread) }
    #endif
    return result == 0
  }

  func work(_ count: Int, _ body: @escaping (Int, Int) -> Void) {
    unsafe self.body = body
    unsafe self.count = count
    next.store(0, ordering: .relaxed)
    processor.store(ProcessorShare.current, ordering: .relaxed)
    open.store(generation.load(ordering: .relaxed) + 1, ordering: .sequentiallyConsistent)
    wake { _ = generation.wrappingAdd(1, ordering: .sequentiallyConsistent) }
    takeItems(worker: 0, body)
    // A worker is inside before it looks at `open`, and this looks inside after it has closed: one of the two sees the
    // other.
    open.store(0, ordering: .sequentiallyConsistent)
    var spins = 0
    while inside.load(ordering: .sequentiallyConsistent) > 0 {
      spins += 1
      if spins > Self.spins { sched_yield() }
    }
    unsafe self.body = nil
  }

  func stop() { wake { stopped.store(true, ordering: .sequentiallyConsistent) } }

  /// A worker announces that it sleeps before it looks a last time, and the caller looks for sleepers after its change:
  /// one of the two sees the other.
  private func wake(_ change: () -> Void) {
    change()
    if sleeping.load(ordering: .sequentiallyConsistent) > 0 {
      unsafe pthread_mutex_lock(mutex)
      unsafe pthread_cond_broadcast(condition)
      unsafe pthread_mutex_unlock(mutex)
    }
  }

  private func takeItems(worker: Int, _ body: (Int, Int) -> Void) {
    while true {
      let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if unsafe item >= count { return }
      body(item, worker)
    }
  }

  func workerLoop(_ index: Int) {
    var seen = 0
    while true {
      var spins = 0
      while generation.load(ordering: .acquiring) == seen, !stopped.load(ordering: .relaxed) {
        spins += 1
        if spins > Self.spins { sleep(unless: seen) }
      }
      if stopped.load(ordering: .relaxed) { return }
      seen = generation.load(ordering: .acquiring)
      let processor = processor.load(ordering: .relaxed)
      if processor >= 0, processor == ProcessorShare.current { ProcessorShare.leave(processor) }
      inside.wrappingAdd(1, ordering: .sequentiallyConsistent)
      if open.load(ordering: .sequentiallyConsistent) == seen, let body = unsafe body {
        takeItems(worker: index, body)
      }
      inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
  }

  private func sleep(unless seen: Int) {
    unsafe pthread_mutex_lock(mutex)
    sleeping.wrappingAdd(1, ordering: .sequentiallyConsistent)
    while generation.load(ordering: .sequentiallyConsistent) == seen, !stopped.load(ordering: .sequentiallyConsistent) {
      unsafe pthread_cond_wait(condition, mutex)
    }
    sleeping.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    unsafe pthread_mutex_unlock(mutex)
  }
}

/// What a new thread is handed.
private final class WorkerStart {
  let board: Board
  let index: Int

  init(board: Board, index: Int) {
    self.board = board
    self.index = index
  }
}

#if canImport(Darwin)
  private func runWorker(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let start = unsafe Unmanaged<WorkerStart>.fromOpaque(argument).takeRetainedValue()
    start.board.workerLoop(start.index)
    return nil
  }
#else
  private func runWorker(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    let start = unsafe Unmanaged<WorkerStart>.fromOpaque(argument).takeRetainedValue()
    start.board.workerLoop(start.index)
    return nil
  }
#endif
