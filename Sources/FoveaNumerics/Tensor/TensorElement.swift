#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A floating-point type that tensors hold: `Float` or `Double`.
public protocol TensorElement: BinaryFloatingPoint, Sendable {
  /// e to the power of `x`.
  static func exponential(_ x: Self) -> Self
  /// e to the power of `x`, minus one, without cancellation near 0.
  static func exponentialMinusOne(_ x: Self) -> Self
  /// The natural logarithm of 1 + `x`, without cancellation near 0.
  static func logarithmOfOnePlus(_ x: Self) -> Self
  /// `x` to the power of `y`.
  static func power(_ x: Self, _ y: Self) -> Self
  /// The hyperbolic tangent of `x`.
  static func hyperbolicTangent(_ x: Self) -> Self
  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  static func errorFunction(_ x: Self) -> Self
  /// The nearest numbers of this type. Whole arrays, because a conversion between two types that are not known takes a
  /// hundred times as long.
  static func nearest(_ numbers: [Double]) -> [Self]
  /// The same numbers as doubles, which hold them all.
  static func doubles(_ numbers: [Self]) -> [Double]
}

extension TensorElement {
  /// The unit roundoff u: half the distance from 1 to the next larger number.
  package static var unitRoundoff: Double { Double(Self.ulpOfOne) / 2 }
}

extension Float: TensorElement {
  /// libm's `exp`.
  public static func exponential(_ x: Float) -> Float { exp(x) }
  /// libm's `expm1`.
  public static func exponentialMinusOne(_ x: Float) -> Float { expm1(x) }
  /// libm's `log1p`.
  public static func logarithmOfOnePlus(_ x: Float) -> Float { log1p(x) }
  /// libm's `pow`.
  public static func power(_ x: Float, _ y: Float) -> Float { pow(x, y) }
  /// libm's `tanh`.
  public static func hyperbolicTangent(_ x: Float) -> Float { tanh(x) }
  /// libm's `erf`.
  public static func errorFunction(_ x: Float) -> Float { erf(x) }
  /// The nearest floats.
  public static func nearest(_ numbers: [Double]) -> [Float] { numbers.map { Float($0) } }
  /// The same numbers.
  public static func doubles(_ numbers: [Float]) -> [Double] { numbers.map { Double($0) } }
}

extension Double: TensorElement {
  /// libm's `exp`.
  public static func exponential(_ x: Double) -> Double { exp(x) }
  /// libm's `expm1`.
  public static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }
  /// libm's `log1p`.
  public static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
  /// libm's `pow`.
  public static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
  /// libm's `tanh`.
  public static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
  /// libm's `erf`.
  public static func errorFunction(_ x: Double) -> Double { erf(x) }
  /// The numbers themselves.
  public static func nearest(_ numbers: [Double]) -> [Double] { numbers }
  /// The numbers themselves.
  public static func doubles(_ numbers: [Double]) -> [Double] { numbers }
}

/// The natural logarithm.
func logarithm(_ x: Double) -> Double { log(x) }
