#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The status of a program that ends by a mistake of its own.
let faultStatus: Int32 = 3

/// The status of a program that ends for want of memory.
let memoryStatus: Int32 = 2

/// Makes a fault of the program itself, such as a precondition that does not hold, end it with ``faultStatus``.
func catchFaults() {
  for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] {
    _ = signal(number) { _ in
      // Only what is safe in a handler: no allocation, no locks.
      // A failed allocation ends the program like a mistake, and leaves its reason in the thread that asked for it.
      let isMemory = errno == ENOMEM
      Temporaries.removeAll()
      let text: StaticString =
        isMemory
        ? "fovea: error: there is not enough memory\n"
        : "fovea: internal error: this is a mistake of fovea itself, please report it\n"
      _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(isMemory ? memoryStatus : faultStatus)
    }
  }
}
