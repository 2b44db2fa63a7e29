extension Tensor {
  /// A tensor of the same shape; `body` writes each of `runs` equal parts of it from the same part of this one.
  ///
  /// Parts are written on all threads of a pool at once.
  func parallelMap(
    runs: Int, on pool: ThreadPool,
    _ body: (_ run: Int, _ source: UnsafePointer<Element>, _ target: UnsafeMutablePointer<Element>) -> Void
  ) -> Tensor {
    let length = count / max(1, runs)
    // An item takes some 16 Ki numbers.
    let items = min(runs, max(1, count / 16384))
    return unsafe parallelMap(items, on: pool) { item, source, target in
      for run in item * runs / items..<(item + 1) * runs / items {
        unsafe body(run, source + run * length, target + run * length)
      }
    }
  }

  /// A tensor of the same shape; `body` writes each part of it from the same part of this one.
  func parallelMap(
    on pool: ThreadPool,
    _ body: (
      _ place: Int, _ count: Int, _ source: UnsafePointer<Element>, _ target: UnsafeMutablePointer<Element>
    ) -> Void
  ) -> Tensor {
    let items = max(1, count / 16384)
    let length = count / items
    return unsafe parallelMap(items, on: pool) { item, source, target in
      let start = item * length
      let end = item == items - 1 ? count : start + length
      unsafe body(start, end - start, source + start, target + start)
    }
  }

  private func parallelMap(
    _ items: Int, on pool: ThreadPool,
    _ body: (_ item: Int, _ source: UnsafePointer<Element>, _ target: UnsafeMutablePointer<Element>) -> Void
  ) -> Tensor {
    guard count > 0 else { return self }
    let results = unsafe Array<Element>(unsafeUninitializedCapacity: count) { target, written in
      unsafe elements.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        pool.run(items) { item, _ in unsafe body(item, source, target) }
      }
      written = count
    }
    return Tensor(trusted: shape, results)
  }
}
