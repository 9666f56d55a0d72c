internal import CADBC

/// What the C library keeps of freed memory, for the next that asks.
enum ProcessMemory {
    /// Gives it back to the system.
    static func giveBack() { cadbc_give_back_freed_memory() }
}
