/// The most floating-point operations that a machine does: multiply-adds on registers alone, on all threads of a pool.
///
/// A kernel that needs its operands from memory, or other instructions beside multiply-adds, does less.
package enum ArithmeticPeak {
  /// Operations a second, two for each multiply-add, with the kernels of the instruction set in force.
  ///
  /// The best of some short runs: whatever else the machine does only makes them longer.
  package static func operationsPerSecond<Element: TensorElement>(
    of type: Element.Type, instructionSet: InstructionSet? = nil, on pool: ThreadPool = .shared
  ) throws(NumericsError) -> Double {
    let set: InstructionSet
    if let instructionSet { set = try .named(instructionSet.rawValue) } else { set = try .current() }
    guard let kernels = KernelSet<Element>.kernels(set) else {
      throw .instructionSet("there are no kernels of \(Element.self) for \(set.rawValue)")
    }
    // 12 sums and two factors, apart from those of other threads.
    let (sums, vectors) = (12, 16)
    let perThread = vectors * kernels.lanes
    let values = try AlignedBuffer<Element>(shape: [pool.threads, perThread])
    return best { rounds in
      unsafe fill(values.base, pool.threads * perThread)
      pool.run(pool.threads) { thread, _ in unsafe kernels.multiplyAdds(rounds, values.base + thread * perThread) }
      return 2 * pool.threads * rounds * sums * kernels.lanes
    }
  }

  /// The best of some runs of at least 10 milliseconds, in operations a second; `run` does so many rounds and says how
  /// many operations they are. So that the start of threads does not count.
  static func best(_ run: (_ rounds: Int) -> Int) -> Double {
    let clock = ContinuousClock()
    var rounds = 1000
    var best = 0.0
    var runs = 0
    while runs < 5 {
      let start = clock.now
      let operations = run(rounds)
      let seconds = (clock.now - start) / .seconds(1)
      if seconds < 0.01 {
        rounds *= 2
      } else {
        best = max(best, Double(operations) / seconds)
        runs += 1
      }
    }
    return best
  }

  /// Numbers that differ, so that no two sums are one, and that stay far from overflow and underflow.
  static func fill<Element: TensorElement>(_ values: UnsafeMutablePointer<Element>, _ count: Int) {
    for index in 0..<count { unsafe values[index] = 1 / Element(index + 2) }
  }
}
