internal import CADBC

/// What the process keeps in memory for the next that asks: memory that was freed, and code that ran.
enum ProcessMemory {
    /// Gives both back to the system.
    static func giveBack() {
        cadbc_give_back_freed_memory()
        cadbc_give_back_code()
    }
}
