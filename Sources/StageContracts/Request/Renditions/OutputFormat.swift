/// The file format of an output.
package enum OutputFormat: String, Codable, CaseIterable, Sendable {
    case webp
    case jpeg
    case png
    /// The format of the source.
    case preserve
}
