/// What became of the rows of a file. Every row is in exactly one of these.
package struct LoadCounts: Sendable, Hashable, Codable {
    /// Rows of the file, headings and blank lines apart.
    package var read: Int64 = 0
    package var inserted: Int64 = 0
    /// The key was there with other contents, which were replaced.
    package var updated: Int64 = 0
    /// Already there with the same contents, or said twice in the file.
    package var unchanged: Int64 = 0
    /// The key was there with other contents, and the mapping says to keep them.
    package var kept: Int64 = 0
    package var quarantined: Int64 = 0

    package init() {}

    /// All rows that went somewhere: equals `read`, always.
    package var accounted: Int64 { inserted + updated + unchanged + kept + quarantined }
    package var changesAnything: Bool { inserted + updated > 0 }
}
