/// Results of one image that are written as blocks of channels.
///
/// A class, because all threads share it and a reference is cheaper to hand on.
@safe final class BlockResults<Element: TensorElement> {
  let layout: BlockedLayout
  private let base: UnsafeMutablePointer<Element>
  private let other: UnsafePointer<Element>?
  private let otherLayout: BlockedLayout
  private let epilogue: Epilogue<Element>
  private let steps: [RawStep<Element>]
  private let kernels: KernelSet<Element>

  /// Results from `base` on, and what is added to them.
  init(
    _ base: UnsafeMutablePointer<Element>, _ layout: BlockedLayout, other: UnsafePointer<Element>?,
    _ otherLayout: BlockedLayout, _ epilogue: Epilogue<Element>, _ kernels: KernelSet<Element>
  ) {
    unsafe self.base = base
    self.layout = layout
    unsafe self.other = other
    self.otherLayout = otherLayout
    self.epilogue = epilogue
    steps = epilogue.steps.map { RawStep($0) }
    self.kernels = kernels
  }

  /// The results of another image.
  func moved(toImage n: Int) -> BlockResults {
    func step(_ layout: BlockedLayout) -> Int { n * layout.blocks.count * layout.blockStep }
    return unsafe BlockResults(
      base + step(layout), layout, other: other.map { unsafe $0 + step(otherLayout) }, otherLayout, epilogue, kernels)
  }

  /// Numbers from one vector of channels to the next.
  var vectorStep: Int { kernels.lanes == layout.blocks.size ? layout.blockStep : kernels.lanes }

  /// Where a channel's result at a pixel goes. Rows count over depth and height; without a border the whole image may
  /// also count as one row.
  func pixel(_ channel: Int, row: Int, column: Int) -> UnsafeMutablePointer<Element> {
    unsafe base + place(layout, channel, row, column)
  }

  private func place(_ layout: BlockedLayout, _ channel: Int, _ row: Int, _ column: Int) -> Int {
    let size = layout.blocks.size
    return channel / size * layout.blockStep + layout.rowOffset(row) + column * size + channel % size
  }

  /// Does what follows for neighbouring pixels of whole blocks, all of them written.
  func finish(channels: Range<Int>, row: Int, columns: Range<Int>) {
    if steps.isEmpty { return }
    // A row that is the whole image may be many rows of what is added.
    let width = layout.image.width
    if unsafe other != nil, columns.upperBound > width, !otherLayout.isTight {
      for row in columns.lowerBound / width...(columns.upperBound - 1) / width {
        let part = columns.clamped(to: row * width..<(row + 1) * width)
        finish(channels: channels, row: row, columns: part.lowerBound - row * width..<part.upperBound - row * width)
      }
      return
    }
    let size = layout.blocks.size
    for channel in stride(from: channels.lowerBound, to: channels.upperBound, by: size) {
      let run = unsafe pixel(channel, row: row, column: columns.lowerBound)
      for step in steps {
        let other = unsafe step.addsOther ? other : nil
        unsafe kernels.finishRuns(
          columns.count, size, run, step.mean.map { unsafe $0 + channel }, step.factor + channel, step.shift + channel,
          step.limits,
          other.map { unsafe $0 + place(otherLayout, channel, row, columns.lowerBound) })
      }
    }
  }
}
