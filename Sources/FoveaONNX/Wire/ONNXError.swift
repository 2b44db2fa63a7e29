/// Why a file cannot be read as an ONNX model, or a part of it cannot be understood.
public struct ONNXError: Error, Hashable, Sendable {
  /// What is wrong, as one phrase in lower case without a full stop.
  public let message: String

  init(_ message: String) { self.message = message }
}

extension ONNXError: CustomStringConvertible {
  public var description: String { message }
}
