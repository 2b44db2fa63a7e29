import ArgumentParser
import Fovea
import FoveaLanguage
import FoveaReport
import FoveaText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Lint {
  /// The files with their rules; what cannot be read is reported.
  func jobs() throws -> (jobs: [LintJob], isComplete: Bool) {
    var settings = LintSettings(config)
    var jobs: [LintJob] = []
    var isComplete = true
    var seen: Set<[PathKey]> = []
    for argument in paths {
      let name = NetworkName(argument, variant: nil)
      let variant = name.variant == "all" ? nil : name.variant
      do {
        let found = try Files.descriptions(below: name.path)
        found?.problems.forEach { Terminal.tell($0) }
        isComplete = isComplete && found?.problems.isEmpty ?? true
        var hasVariant = variant == nil || found == nil
        for file in found?.paths ?? [name.path] {
          var job = try job(file, variant, isFound: found != nil, &settings)
          if file == "-" { job.session = Session(SourceText(path: job.shown, bytes: try Files.read(file).bytes)) }
          guard try has(variant, &job, isInDirectory: found != nil) else { continue }
          hasVariant = true
          let key = [PathKey(file)] + (variant.map { [PathKey($0)] } ?? [])
          if seen.insert(key).inserted { jobs.append(job) }
        }
        if !hasVariant, let variant {
          throw ValidationError("no description below \(name.path) has a variant `\(variant)`")
        }
      } catch let error as FileError {
        Terminal.tell(error)
        isComplete = false
      } catch let error as Configuration.Failure {
        Terminal.tell(error.diagnostics, in: error.source, colour: colour.when)
        throw ExitCode.badUsage
      }
    }
    return (jobs, isComplete)
  }

  /// Whether a description has a variant; without one in it, only where it was found in a directory may it be left out.
  private func has(_ variant: String?, _ job: inout LintJob, isInDirectory: Bool) throws -> Bool {
    guard let variant else { return true }
    let session = try job.read()
    job.session = session
    let known = session.outline.variants
    if known.contains(variant) { return true }
    if isInDirectory { return !session.specification.isReadable }
    let nearest = Spelling.nearest(to: variant, among: known).map { "; did you mean `\($0)`?" }
    throw ValidationError("\(job.shown) has no variant `\(variant)`" + (nearest ?? ""))
  }

  private func job(
    _ file: String, _ variant: String?, isFound: Bool, _ settings: inout LintSettings
  ) throws(Configuration.Failure) -> LintJob {
    let shown = file == "-" ? stdinFilename : file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    let absolute = PathText.resolve(shown, in: FileManager.default.currentDirectoryPath)
    var (selection, reasons) = try settings.configuration(for: shown).selection(for: absolute)
    if !select.isEmpty { selection.select(select.flatMap(Self.names)) }
    selection.ignore(ignore.flatMap(Self.names))
    return LintJob(
      path: file, shown: shown, variant: variant, isFound: isFound, selection: selection, reasons: reasons)
  }
}
