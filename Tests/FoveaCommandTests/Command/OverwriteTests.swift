import Foundation
import Testing

/// What a run has read is not written over, by whatever name it is called.
@Suite struct OverwriteTests {
  private static let network = "fovea: 1\nname: small\ninput: 3x8x8\nlayers:\n  - conv: {out: 4, kernel: 3}\n"

  private func shell(_ script: String) throws -> (outcome: Tool.Outcome, scratch: Scratch) {
    let scratch = try Scratch()
    try scratch.write(Self.network, to: "net.yaml")
    return (try Tool.shell(script, in: scratch.directory), scratch)
  }

  @Test(
    arguments: [
      "analyze net.yaml -o", "analyze net.yaml --format json -o", "analyze . -o", "lint net.yaml -o", "lint . -o",
      "lint net.yaml --write-baseline", "lint --fix net.yaml -o", "report net.yaml -o", "expand net.yaml -o",
      "compare net.yaml net.yaml -o", "sweep net.yaml --input 3x8..16 --chart", "analyze - < net.yaml -o",
    ])
  func `a description is not written over`(_ command: String) throws {
    let (outcome, scratch) = try shell(
      """
      ln -s net.yaml link; ln net.yaml other; mkdir sub
      for path in net.yaml ./net.yaml sub/../net.yaml "$PWD/net.yaml" link other /proc/self/fd/7; do
        fovea \(command) "$path" 7>> net.yaml; echo $?
      done
      """)
    #expect(outcome.output == String(repeating: "2\n", count: 7))
    let lines = outcome.error.split(separator: "\n").filter { $0.hasPrefix("fovea: error: ") }
    #expect(lines.count == 7, "\(outcome.error)")
    #expect(lines.allSatisfy { $0.hasSuffix(" and only `rewrite` and `lint --fix` write over what they read") })
    #expect(try scratch.text(of: "net.yaml") == Self.network)
  }

  @Test(
    arguments: [
      "fovea run net.yaml --weights w.npz --save-weights w.npz", "fovea run net.yaml --weights w.npz -o w.npz",
      "fovea compose pair.yaml --weights w.npz -o w.npz",
      "fovea rewrite net.yaml --weights w.npz --weights-out w.npz",
      "fovea rewrite net.yaml --weights w.npz -o w.npz", "fovea run net.yaml --input in.npy -o in.npy",
      "fovea report net.yaml --template page.md -o page.md", "fovea lint net.yaml --config c.yml -o c.yml",
      "fovea lint net.yaml -o base.yml", "fovea lint net.yaml --baseline b.json --write-baseline b.json",
      "fovea analyze net.yaml pair.yaml -o pair.yaml", "fovea compare net.yaml pair.yaml -o pair.yaml",
      "fovea report net.yaml --image p.png -o p.png --format html",
    ])
  func `no other file that is read is written over`(_ command: String) throws {
    let (outcome, _) = try shell(
      """
      fovea run net.yaml --save-weights w.npz > out; fovea lint net.yaml --write-baseline b.json > out
      printf 'fovea: 1\\ninput: 3x8x8\\nlayers:\\n  - conv: {out: 3, kernel: 3}\\n  - conv: {out: 3, kernel: 3}\\n' > pair.yaml
      printf 'page {{title}}' > page.md; printf 'extends: base.yml\\n' > c.yml; cp c.yml .fovea.yml
      printf 'ignore: [no-op]\\n' > base.yml; printf '\\211PNG\\r\\n\\032\\n' > p.png
      printf 'fovea: 1\\ninput: 3x8x8\\nlayers: [relu]\\n' > relu.yaml; fovea run relu.yaml -o in.npy > out
      mkdir old; cp * old; \(command) > out; echo $?; rm out; for file in *.*; do cmp $file old/$file; done
      """)
    #expect(outcome.output == "2\n")
    #expect(
      outcome.error.contains(", and only `rewrite` and `lint --fix` write over what they read\n")
        || command.contains(".png"), "\(outcome.error)")
  }

  @Test(
    arguments: [
      "fovea run net.yaml --save-weights a.npz -o a.npz", "fovea rewrite net.yaml --weights-out a.npz -o ./a.npz",
      "fovea lint net.yaml -o a.npz --write-baseline link",
    ])
  func `two outputs are two files`(_ command: String) throws {
    let (outcome, _) = try shell("ln -s a.npz link; \(command); echo $?; ls a.npz 2>&1 | grep -c cannot")
    #expect(outcome.output == "2\n1\n")
    #expect(outcome.error.contains("this is what is written to "))
  }

  @Test func `a rewrite may replace its description, and says so`() throws {
    let large = "fovea: 1\ninput: 64x32x32\nlayers:\n  - conv: {out: 64, kernel: 7, padding: half}\n"
    let (outcome, scratch) = try shell(
      "printf '\(large.replacing("\n", with: "\\n"))' > a.yaml; ln -s a.yaml b.yaml; fovea rewrite b.yaml -o ./a.yaml")
    #expect(outcome.status == 0 && outcome.error.hasSuffix("\nfovea: b.yaml rewritten\n"), "\(outcome.error)")
    #expect(try scratch.text(of: "a.yaml").contains("rewrite"))
    let (new, _) = try shell("fovea rewrite net.yaml -o new.yaml")
    #expect(!new.error.contains("rewritten\n"))
  }

  @Test func `what an editor saves meanwhile is not written over`() throws {
    let (outcome, scratch) = try shell(
      """
      mkfifo w.npz; fovea rewrite net.yaml -o net.yaml --weights-out w.npz 2> message & rewrite=$!
      for i in 1 2 3 4 5 6 7 8 9 10; do ls -A | grep -q fovea- && break; sleep 0.3; done
      echo '# saved' >> net.yaml; cat w.npz > out; wait $rewrite; echo $?; ls -A | grep -c fovea-
      """)
    #expect(outcome.output == "2\n0\n")
    #expect(try scratch.text(of: "net.yaml") == Self.network + "# saved\n")
    let message = "fovea: error: net.yaml: the file has changed since it was read, and is left as it is\n"
    #expect(try scratch.text(of: "message").hasSuffix(message))
  }
}
