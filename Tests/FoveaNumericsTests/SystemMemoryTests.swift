import FoveaNumerics
import Testing

/// What the files of Linux say of the memory that there is.
@Suite struct SystemMemoryTests {
  private func limits(_ files: [String: String]) -> [Int] { SystemMemory.limits { files[$0] }.sorted() }

  @Test func `a group holds no more than each group around it`() {
    let files = [
      "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/memory.max": "max\n",
      "/sys/fs/cgroup/a/memory.max": "5000\n", "/sys/fs/cgroup/memory.max": "9000\n",
    ]
    #expect(limits(files) == [5000, 9000])
  }

  @Test func `a container sees its own group at the top`() {
    #expect(limits(["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "7000\n"]) == [7000])
  }

  @Test func `the first version has a hierarchy for memory alone or with others`() {
    let files = [
      "/proc/self/cgroup": "5:cpu,memory:/x\n1:name=systemd:/y\n0::/\n",
      "/sys/fs/cgroup/memory/x/memory.limit_in_bytes": "3000\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    ]
    #expect(limits(files) == [3000, 9_223_372_036_854_771_712])
  }

  @Test func `the process has limits of its own`() {
    let files = [
      "/proc/self/limits": """
      Limit                     Soft Limit           Hard Limit           Units
      Max data size             unlimited            unlimited            bytes
      Max address space         4096000              unlimited            bytes
      """
    ]
    #expect(limits(files) == [4_096_000])
  }

  @Test(arguments: ["", "0::", "x", "0::/a\n5:memory", ":::::"]) func `what is not understood is no limit`(
    _ text: String
  ) {
    #expect(limits(["/proc/self/cgroup": text, "/sys/fs/cgroup/a/memory.max": "0", "/proc/self/limits": text]) == [])
  }
}
