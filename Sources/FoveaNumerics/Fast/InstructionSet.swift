internal import CFoveaProcessor

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the fast kernels are compiled for. Every machine runs `baseline`.
public enum InstructionSet: String, CaseIterable, Sendable {
  /// What every machine of the architecture has: SSE2 on x86-64, NEON on arm64.
  case baseline
  /// AVX2 and FMA (x86-64-v3).
  case avx2
  /// AVX-512 F, BW, CD, DQ and VL (x86-64-v4).
  case avx512

  /// Whether this machine has the instructions.
  public var isSupported: Bool {
    switch self {
    case .baseline: true
    case .avx2: fovea_processor_has_avx2() != 0
    case .avx512: fovea_processor_has_avx512() != 0
    }
  }

  /// The sets that this machine has, narrowest first.
  public static var supported: [InstructionSet] { allCases.filter(\.isSupported) }

  /// The set that `name` asks for, the widest supported one if there is no name.
  public static func named(_ name: String?) throws(NumericsError) -> InstructionSet {
    guard let name else { return supported.last ?? .baseline }
    let names = allCases.map(\.rawValue).joined(separator: ", ")
    guard let set = InstructionSet(rawValue: name) else {
      throw .instructionSet("there is no instruction set '\(name)', only \(names)")
    }
    guard set.isSupported else { throw .instructionSet("this machine has no \(name)") }
    return set
  }

  /// The set in the environment variable `FOVEA_ISA`, otherwise the widest one that this machine has.
  public static func current() throws(NumericsError) -> InstructionSet {
    try named(unsafe getenv("FOVEA_ISA").map { unsafe String(cString: $0) })
  }
}
