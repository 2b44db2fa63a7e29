/// Results of one image that are written as planes.
///
/// A class, because all threads share it and a reference is cheaper to hand on.
@safe final class PlaneResults<Element: TensorElement> {
  private let base: UnsafeMutablePointer<Element>
  private let other: UnsafePointer<Element>?
  private let imageStep: Int
  private let epilogue: Epilogue<Element>
  private let steps: [RawStep<Element>]
  private let kernels: KernelSet<Element>

  /// Results from `base` on; `other` has as many elements, `imageStep` for each image.
  init(
    _ base: UnsafeMutablePointer<Element>, _ other: UnsafePointer<Element>?, imageStep: Int,
    _ epilogue: Epilogue<Element>, _ kernels: KernelSet<Element>
  ) {
    unsafe self.base = base
    unsafe self.other = other
    self.imageStep = imageStep
    self.epilogue = epilogue
    steps = epilogue.steps.map { RawStep($0) }
    self.kernels = kernels
  }

  /// The results of another image.
  func moved(toImage n: Int) -> PlaneResults {
    let offset = n * imageStep
    return unsafe PlaneResults(
      base + offset, other.map { unsafe $0 + offset }, imageStep: imageStep, epilogue, kernels)
  }

  /// Writes runs of channels as planes, at a place in each.
  func write(
    _ x: UnsafePointer<Element>, block: Int, channels: Range<Int>, pixels: Int, plane: Int, place: Int
  ) {
    unsafe kernels.deinterleave(
      x, block, channels.count, pixels, base + (channels.lowerBound * plane + place), plane)
  }

  /// Where the result of a channel at a place in its plane goes.
  func pixel(_ channel: Int, plane: Int, _ place: Int) -> UnsafeMutablePointer<Element> {
    unsafe base + (channel * plane + place)
  }

  /// Does what follows for `count` elements of each channel's plane from a place on, all of them written.
  func finish(channels: Range<Int>, plane: Int, place: Int, count: Int) {
    if steps.isEmpty { return }
    for channel in channels {
      let start = channel * plane + place
      for step in steps {
        unsafe kernels.finish(
          count, base + start, step.mean.map { unsafe $0 + channel }, step.factor + channel, step.shift + channel,
          step.limits, step.addsOther ? other.map { unsafe $0 + start } : nil)
      }
    }
  }
}
