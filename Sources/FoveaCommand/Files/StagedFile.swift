import FoveaText

/// What is written to a destination, as far on its way as can be without a change of what is there.
struct StagedFile {
  private let destination: Destination
  private let bytes: [UInt8]
  /// The bytes that were read of the file, and are replaced; nil for a file that was not read.
  private let expected: [UInt8]?
  /// A file with the bytes, beside the one whose name it takes; nil where the name cannot be taken without a loss.
  private let temporary: (path: String, entry: Temporaries.Entry?)?

  /// Whether its file is replaced at once, when it has nothing more to write.
  var isReady: Bool { temporary != nil }

  init(_ bytes: [UInt8], for destination: Destination, expected: [UInt8]?) throws(FileError) {
    (self.destination, self.bytes, self.expected) = (destination, bytes, expected)
    do throws(SystemError) {
      temporary = try Self.temporary(bytes, for: destination.place)
    } catch {
      throw Self.failure(destination, error)
    }
  }

  /// Makes the bytes those of the destination.
  func commit() throws(FileError) {
    try check()
    do throws(SystemError) {
      switch destination.place {
      case .file(let path, let status): try replace(path, isThere: status != nil)
      case .device(let path): try Descriptor(writingThrough: path).write(bytes[...])
      case .opened(let number): try Descriptor(opened: number).write(bytes[...])
      }
    } catch {
      throw Self.failure(destination, error)
    }
  }

  private func replace(_ path: String, isThere: Bool) throws(SystemError) {
    if let temporary {
      do throws(SystemError) {
        try FileNames.move(temporary.path, to: path)
        temporary.entry?.forget()
        return
      } catch {
        discard()
        guard error.forbidsNames, isThere else { throw error }
      }
    }
    // Where the file has other names, or a name cannot be given to another, its own bytes are changed.
    let file = try Descriptor(writingOver: path)
    var failure: SystemError?
    Temporaries.holdingSignals {
      do throws(SystemError) { try file.overwrite(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Leaves the destination as it is.
  func discard() {
    guard let temporary else { return }
    FileNames.remove(temporary.path)
    temporary.entry?.forget()
  }

  /// - Throws: where the file is not what was read, for somebody wrote it meanwhile.
  private func check() throws(FileError) {
    guard let expected, case .file(let path, _) = destination.place else { return }
    guard let bytes = Descriptor(reading: path)?.bytes(atMost: expected.count + 1), bytes == expected else {
      discard()
      throw FileError(destination.path, "the file has changed since it was read, and is left as it is")
    }
  }

  private static func failure(_ destination: Destination, _ error: SystemError) -> FileError {
    FileError(destination.path, "the file cannot be written: \(error)")
  }

  /// Writes a file beside the one that it is to replace; nil where that would lose other names of the file, or its
  /// owner, or where the directory takes no new name.
  private static func temporary(
    _ bytes: [UInt8], for place: Destination.Place
  ) throws(SystemError) -> (path: String, entry: Temporaries.Entry?)? {
    guard case .file(let path, let status) = place, status.map({ $0.names == 1 }) ?? true else { return nil }
    let directory = Destination.split(path).directory
    // No name of a file is too long for one that has the name of nothing.
    for attempt in 0..<1_000 {
      let path = "\(directory)/.fovea-\(FileNames.process)-\(attempt)"
      let entry = Temporaries.add(path)
      do throws(SystemError) {
        let file = try Descriptor(making: path, permissions: status == nil ? nil : 0o600)
        do throws(SystemError) {
          if let status, !file.take(status) {
            FileNames.remove(path)
            entry?.forget()
            return nil
          }
          try file.write(bytes[...])
          // What is on the disk is whole before it has the name.
          try file.synchronize()
          return (path, entry)
        } catch {
          FileNames.remove(path)
          throw error
        }
      } catch {
        entry?.forget()
        if error.isTaken { continue }
        if error.forbidsNames, status != nil { return nil }
        throw error
      }
    }
    return nil
  }
}
