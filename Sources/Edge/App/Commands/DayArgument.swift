import ArgumentParser
import Kernel

extension Day: ExpressibleByArgument {
    /// `2026-11-21`
    public init?(argument: String) { self.init(argument) }
}
