/// Results of one image that are written as planes.
@safe struct PlaneResults<Element: TensorElement> {
  private let base: UnsafeMutablePointer<Element>
  private let other: UnsafePointer<Element>?
  private let imageStep: Int
  private let following: Following<Element>
  private let kernels: KernelSet<Element>

  /// Results from `base` on; `other` has as many elements, `imageStep` for each image.
  init(
    _ base: UnsafeMutablePointer<Element>, _ other: UnsafePointer<Element>?, imageStep: Int,
    _ following: Following<Element>, _ kernels: KernelSet<Element>
  ) {
    unsafe self.base = base
    unsafe self.other = other
    self.imageStep = imageStep
    self.following = following
    self.kernels = kernels
  }

  /// The results of another image.
  func moved(toImage n: Int) -> PlaneResults {
    let offset = n * imageStep
    return unsafe PlaneResults(
      base + offset, other.map { unsafe $0 + offset }, imageStep: imageStep, following, kernels)
  }

  /// Writes runs of channels as planes, at a place in each.
  func write(
    _ x: UnsafePointer<Element>, block: Int, channels: Range<Int>, pixels: Int, plane: Int, place: Int
  ) {
    unsafe kernels.deinterleave(
      x, block, channels.count, pixels, base + (channels.lowerBound * plane + place), plane)
  }

  /// Lets `body` write the plane of a channel, of `count` elements.
  func writePlane(_ channel: Int, count: Int, _ body: (UnsafeMutablePointer<Element>) -> Void) {
    unsafe body(base + channel * count)
  }

  /// Does what follows for `count` elements of each channel's plane from a place on, all of them written.
  func finish(channels: Range<Int>, plane: Int, place: Int, count: Int) {
    if following.isEmpty { return }
    for channel in channels {
      let start = channel * plane + place
      let run = unsafe base + start
      for step in following.steps {
        switch step {
        case .normalization(let normalization):
          unsafe kernels.shiftAndScale(
            count, run, normalization.mean.base[channel], normalization.factor.base[channel],
            normalization.shift.base[channel], run)
        case .rectifier(let limit): unsafe kernels.rectify(count, run, limit, run)
        case .sum:
          guard let other = unsafe other else { preconditionFailure("a sum has another tensor") }
          unsafe kernels.sums(count, run, other + start, run)
        }
      }
    }
  }
}
