/// A path that tells files apart: by its bytes, for names that look alike, as `é` of one scalar and of two, are two
/// names.
struct PathKey: Hashable {
  private let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }
}
