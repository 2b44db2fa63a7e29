internal import CFoveaProcessor

/// Which processor a thread runs on. Some systems leave two busy threads on one processor for long although another is
/// idle: measured on a virtual machine, for half a second and more. A worker that finds itself beside its caller moves
/// away.
enum ProcessorShare {
  /// The processor of the calling thread; −1 where that cannot be told.
  static var current: Int {
    #if os(Linux)
      Int(fovea_current_processor())
    #else
      -1
    #endif
  }

  /// Moves the calling thread to another processor than this one, if there is another that it may run on. Afterwards
  /// the system is free to place it as before.
  static func leave(_ processor: Int) {
    #if os(Linux)
      // Bits of 1,024 processors, as many as the C library has.
      let size = 128
      unsafe withUnsafeTemporaryAllocation(byteCount: 2 * size, alignment: 8) { sets in
        guard let allowed = sets.baseAddress, processor >= 0, processor < 8 * size,
          unsafe fovea_allowed_processors(0, size, allowed) >= 0
        else { return }
        let others = unsafe allowed + size
        unsafe others.copyMemory(from: allowed, byteCount: size)
        unsafe others.assumingMemoryBound(to: UInt8.self)[processor / 8] &= ~(1 << UInt8(processor % 8))
        // Fails, and changes nothing, where no other is allowed.
        guard unsafe fovea_allow_processors(0, size, others) == 0 else { return }
        unsafe fovea_allow_processors(0, size, allowed)
      }
    #endif
  }
}
