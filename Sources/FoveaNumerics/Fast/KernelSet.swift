internal import FoveaKernels

#if arch(x86_64)
  internal import FoveaKernelsAVX2
  internal import FoveaKernelsAVX512
#endif

/// The kernels of one instruction set for one element type. What they compute is said where they are defined.
///
/// Every pointer to weights, starting values or results is a multiple of 64 bytes where vectors are read or written.
@safe struct KernelSet<Element: TensorElement>: Sendable {
  typealias Source = UnsafePointer<Element>
  typealias Target = UnsafeMutablePointer<Element>

  /// Numbers in a vector.
  let lanes: Int
  /// Pixels of the largest tile.
  let tilePixels: Int
  let directTile:
    @Sendable (
      _ pixels: Int, _ vectors: Int, _ x0: Source, _ x1: Source, _ step: Int, _ runs: UnsafePointer<Int>, _ count: Int,
      _ weights: Source, _ start: Source, _ out0: Target, _ out1: Target, _ pixel: Int, _ next: Int
    ) -> Void
  /// Output channels and vectors of the largest tile of a product.
  let productRows: Int
  let productVectors: Int
  let productTile:
    @Sendable (
      _ rows: Int, _ vectors: Int, _ x: Source, _ plane: Int, _ count: Int, _ weights: Source, _ start: Source,
      _ out: Target, _ outPlane: Int
    ) -> Void
  let depthwiseRow:
    @Sendable (
      _ pixels: Int, _ x: Source, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int, _ weights: Source,
      _ start: Source, _ out: Target, _ pixel: Int
    ) -> Void
  /// Rows of the largest tile of a plane.
  let planeRows: Int
  let planeTile:
    @Sendable (
      _ kernel: Int, _ stride: Int, _ rows: Int, _ width: Int, _ x: Source, _ rowStep: Int,
      _ columns: UnsafePointer<Int>, _ taps: Int, _ weights: Source, _ start: Source, _ out: Target, _ outStep: Int
    ) -> Void
  let copyRows: @Sendable (_ rows: Int, _ count: Int, _ x: Source, _ step: Int, _ out: Target, _ outStep: Int) -> Void
  let gatherEvery: @Sendable (_ step: Int, _ count: Int, _ x: Source, _ out: Target) -> Void
  let winogradInput:
    @Sendable (
      _ size: Int, _ x: Source, _ row: Int, _ column: Int, _ block: Int, _ scratch: Target, _ out: Target, _ pitch: Int
    ) -> Void
  let winogradOutput:
    @Sendable (
      _ outputs: Int, _ taps: Int, _ z: Source, _ pitch: Int, _ block: Int, _ start: Source, _ scratch: Target,
      _ out: Target, _ row: Int, _ column: Int, _ next: Int
    ) -> Void
  let interleave:
    @Sendable (_ x: Source, _ plane: Int, _ channels: Int, _ pixels: Int, _ out: Target, _ block: Int) -> Void
  let deinterleave:
    @Sendable (_ x: Source, _ block: Int, _ channels: Int, _ pixels: Int, _ out: Target, _ plane: Int) -> Void
  let dotProducts:
    @Sendable (_ rows: Int, _ count: Int, _ weights: Source, _ x: Source, _ start: Source, _ out: Target) -> Void

  let multiplyAdds: @Sendable (_ rounds: Int, _ values: Target) -> Void
  let shiftAndScale:
    @Sendable (_ count: Int, _ x: Source, _ mean: Element, _ factor: Element, _ shift: Element, _ out: Target) -> Void
  let finish:
    @Sendable (
      _ count: Int, _ x: Target, _ mean: Source?, _ factor: Source, _ shift: Source, _ limits: Source, _ other: Source?
    ) -> Void
  let finishRuns:
    @Sendable (
      _ pixels: Int, _ block: Int, _ x: Target, _ mean: Source?, _ factor: Source, _ shift: Source, _ limits: Source,
      _ other: Source?
    ) -> Void
  let rectify: @Sendable (_ count: Int, _ x: Source, _ limit: Element, _ out: Target) -> Void
  let sums: @Sendable (_ count: Int, _ x: Source, _ y: Source, _ out: Target) -> Void
  let products: @Sendable (_ count: Int, _ x: Source, _ y: Source, _ out: Target) -> Void
  let largest: @Sendable (_ count: Int, _ x: Source, _ y: Source, _ out: Target) -> Void
  let largestOfRow:
    @Sendable (_ count: Int, _ taps: Int, _ step: Int, _ stride: Int, _ x: Source, _ out: Target) -> Void
  let largestOfRuns:
    @Sendable (_ count: Int, _ taps: Int, _ step: Int, _ stride: Int, _ block: Int, _ x: Source, _ out: Target) -> Void

  /// Channels that one output block takes.
  var outBlock: Int { 2 * lanes }

  /// The kernels of the set in `FOVEA_ISA` or, failing that, of the widest one.
  static var current: KernelSet {
    var set = InstructionSet.baseline
    // A name that is not known is reported by whoever prepares a convolution.
    if let current = try? InstructionSet.current() { set = current }
    guard let kernels = kernels(set) ?? .kernels(.baseline) else {
      preconditionFailure("every machine runs the baseline kernels, in both precisions")
    }
    return kernels
  }

  /// The kernels for this machine; none for an element type or an instruction set without kernels.
  static func kernels(_ set: InstructionSet) -> KernelSet? {
    guard set.isSupported else { return nil }
    return (KernelSet<Float>.float(set) as? KernelSet) ?? (KernelSet<Double>.double(set) as? KernelSet)
  }
}

extension KernelSet<Float> {
  fileprivate static func float(_ set: InstructionSet) -> KernelSet? {
    switch set {
    case .baseline:
      return unsafe KernelSet(
        lanes: FoveaKernels.floatLanes, tilePixels: FoveaKernels.tilePixels,
        directTile: FoveaKernels.directTile, productRows: FoveaKernels.productRows,
        productVectors: FoveaKernels.productVectors, productTile: FoveaKernels.productTile,
        depthwiseRow: FoveaKernels.depthwiseRow,
        planeRows: FoveaKernels.planeRows, planeTile: FoveaKernels.planeTile, copyRows: FoveaKernels.copyRows,
        gatherEvery: FoveaKernels.gatherEvery,
        winogradInput: FoveaKernels.winogradInput,
        winogradOutput: FoveaKernels.winogradOutput, interleave: FoveaKernels.interleave,
        deinterleave: FoveaKernels.deinterleave,
        dotProducts: FoveaKernels.dotProducts, multiplyAdds: FoveaKernels.multiplyAdds,
        shiftAndScale: FoveaKernels.shiftAndScale, finish: FoveaKernels.finish, finishRuns: FoveaKernels.finishRuns,
        rectify: FoveaKernels.rectify, sums: FoveaKernels.sums,
        products: FoveaKernels.products, largest: FoveaKernels.largest, largestOfRow: FoveaKernels.largestOfRow,
        largestOfRuns: FoveaKernels.largestOfRuns)
    #if arch(x86_64)
      case .avx2:
        return unsafe KernelSet(
          lanes: FoveaKernelsAVX2.floatLanes, tilePixels: FoveaKernelsAVX2.tilePixels,
          directTile: FoveaKernelsAVX2.directTile, productRows: FoveaKernelsAVX2.productRows,
          productVectors: FoveaKernelsAVX2.productVectors, productTile: FoveaKernelsAVX2.productTile,
          depthwiseRow: FoveaKernelsAVX2.depthwiseRow,
          planeRows: FoveaKernelsAVX2.planeRows, planeTile: FoveaKernelsAVX2.planeTile,
          copyRows: FoveaKernelsAVX2.copyRows, gatherEvery: FoveaKernelsAVX2.gatherEvery,
          winogradInput: FoveaKernelsAVX2.winogradInput,
          winogradOutput: FoveaKernelsAVX2.winogradOutput, interleave: FoveaKernelsAVX2.interleave,
          deinterleave: FoveaKernelsAVX2.deinterleave,
          dotProducts: FoveaKernelsAVX2.dotProducts, multiplyAdds: FoveaKernelsAVX2.multiplyAdds,
          shiftAndScale: FoveaKernelsAVX2.shiftAndScale, finish: FoveaKernelsAVX2.finish,
          finishRuns: FoveaKernelsAVX2.finishRuns, rectify: FoveaKernelsAVX2.rectify, sums: FoveaKernelsAVX2.sums,
          products: FoveaKernelsAVX2.products, largest: FoveaKernelsAVX2.largest,
          largestOfRow: FoveaKernelsAVX2.largestOfRow, largestOfRuns: FoveaKernelsAVX2.largestOfRuns)
      case .avx512:
        return unsafe KernelSet(
          lanes: FoveaKernelsAVX512.floatLanes, tilePixels: FoveaKernelsAVX512.tilePixels,
          directTile: FoveaKernelsAVX512.directTile, productRows: FoveaKernelsAVX512.productRows,
          productVectors: FoveaKernelsAVX512.productVectors, productTile: FoveaKernelsAVX512.productTile,
          depthwiseRow: FoveaKernelsAVX512.depthwiseRow,
          planeRows: FoveaKernelsAVX512.planeRows, planeTile: FoveaKernelsAVX512.planeTile,
          copyRows: FoveaKernelsAVX512.copyRows, gatherEvery: FoveaKernelsAVX512.gatherEvery,
          winogradInput: FoveaKernelsAVX512.winogradInput,
          winogradOutput: FoveaKernelsAVX512.winogradOutput, interleave: FoveaKernelsAVX512.interleave,
          deinterleave: FoveaKernelsAVX512.deinterleave,
          dotProducts: FoveaKernelsAVX512.dotProducts, multiplyAdds: FoveaKernelsAVX512.multiplyAdds,
          shiftAndScale: FoveaKernelsAVX512.shiftAndScale, finish: FoveaKernelsAVX512.finish,
          finishRuns: FoveaKernelsAVX512.finishRuns, rectify: FoveaKernelsAVX512.rectify,
          sums: FoveaKernelsAVX512.sums, products: FoveaKernelsAVX512.products, largest: FoveaKernelsAVX512.largest,
          largestOfRow: FoveaKernelsAVX512.largestOfRow, largestOfRuns: FoveaKernelsAVX512.largestOfRuns)
    #else
      case .avx2, .avx512: return nil
    #endif
    }
  }
}

extension KernelSet<Double> {
  fileprivate static func double(_ set: InstructionSet) -> KernelSet? {
    switch set {
    case .baseline:
      return unsafe KernelSet(
        lanes: FoveaKernels.doubleLanes, tilePixels: FoveaKernels.tilePixels,
        directTile: FoveaKernels.directTile, productRows: FoveaKernels.productRows,
        productVectors: FoveaKernels.productVectors, productTile: FoveaKernels.productTile,
        depthwiseRow: FoveaKernels.depthwiseRow,
        planeRows: FoveaKernels.planeRows, planeTile: FoveaKernels.planeTile, copyRows: FoveaKernels.copyRows,
        gatherEvery: FoveaKernels.gatherEvery,
        winogradInput: FoveaKernels.winogradInput,
        winogradOutput: FoveaKernels.winogradOutput, interleave: FoveaKernels.interleave,
        deinterleave: FoveaKernels.deinterleave,
        dotProducts: FoveaKernels.dotProducts, multiplyAdds: FoveaKernels.multiplyAdds,
        shiftAndScale: FoveaKernels.shiftAndScale, finish: FoveaKernels.finish, finishRuns: FoveaKernels.finishRuns,
        rectify: FoveaKernels.rectify, sums: FoveaKernels.sums,
        products: FoveaKernels.products, largest: FoveaKernels.largest, largestOfRow: FoveaKernels.largestOfRow,
        largestOfRuns: FoveaKernels.largestOfRuns)
    #if arch(x86_64)
      case .avx2:
        return unsafe KernelSet(
          lanes: FoveaKernelsAVX2.doubleLanes, tilePixels: FoveaKernelsAVX2.tilePixels,
          directTile: FoveaKernelsAVX2.directTile, productRows: FoveaKernelsAVX2.productRows,
          productVectors: FoveaKernelsAVX2.productVectors, productTile: FoveaKernelsAVX2.productTile,
          depthwiseRow: FoveaKernelsAVX2.depthwiseRow,
          planeRows: FoveaKernelsAVX2.planeRows, planeTile: FoveaKernelsAVX2.planeTile,
          copyRows: FoveaKernelsAVX2.copyRows, gatherEvery: FoveaKernelsAVX2.gatherEvery,
          winogradInput: FoveaKernelsAVX2.winogradInput,
          winogradOutput: FoveaKernelsAVX2.winogradOutput, interleave: FoveaKernelsAVX2.interleave,
          deinterleave: FoveaKernelsAVX2.deinterleave,
          dotProducts: FoveaKernelsAVX2.dotProducts, multiplyAdds: FoveaKernelsAVX2.multiplyAdds,
          shiftAndScale: FoveaKernelsAVX2.shiftAndScale, finish: FoveaKernelsAVX2.finish,
          finishRuns: FoveaKernelsAVX2.finishRuns, rectify: FoveaKernelsAVX2.rectify, sums: FoveaKernelsAVX2.sums,
          products: FoveaKernelsAVX2.products, largest: FoveaKernelsAVX2.largest,
          largestOfRow: FoveaKernelsAVX2.largestOfRow, largestOfRuns: FoveaKernelsAVX2.largestOfRuns)
      case .avx512:
        return unsafe KernelSet(
          lanes: FoveaKernelsAVX512.doubleLanes, tilePixels: FoveaKernelsAVX512.tilePixels,
          directTile: FoveaKernelsAVX512.directTile, productRows: FoveaKernelsAVX512.productRows,
          productVectors: FoveaKernelsAVX512.productVectors, productTile: FoveaKernelsAVX512.productTile,
          depthwiseRow: FoveaKernelsAVX512.depthwiseRow,
          planeRows: FoveaKernelsAVX512.planeRows, planeTile: FoveaKernelsAVX512.planeTile,
          copyRows: FoveaKernelsAVX512.copyRows, gatherEvery: FoveaKernelsAVX512.gatherEvery,
          winogradInput: FoveaKernelsAVX512.winogradInput,
          winogradOutput: FoveaKernelsAVX512.winogradOutput, interleave: FoveaKernelsAVX512.interleave,
          deinterleave: FoveaKernelsAVX512.deinterleave,
          dotProducts: FoveaKernelsAVX512.dotProducts, multiplyAdds: FoveaKernelsAVX512.multiplyAdds,
          shiftAndScale: FoveaKernelsAVX512.shiftAndScale, finish: FoveaKernelsAVX512.finish,
          finishRuns: FoveaKernelsAVX512.finishRuns, rectify: FoveaKernelsAVX512.rectify,
          sums: FoveaKernelsAVX512.sums, products: FoveaKernelsAVX512.products, largest: FoveaKernelsAVX512.largest,
          largestOfRow: FoveaKernelsAVX512.largestOfRow, largestOfRuns: FoveaKernelsAVX512.largestOfRuns)
    #else
      case .avx2, .avx512: return nil
    #endif
    }
  }
}
