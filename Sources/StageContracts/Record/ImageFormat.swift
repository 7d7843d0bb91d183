/// The file formats of pictures that the pipeline reads and writes.
package enum ImageFormat: String, Codable, CaseIterable, Sendable {
    case jpeg
    case png
    case webp

    /// The end of a file's name, without the dot.
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
    /// The format's media type.
    package var mediaType: String { "image/\(rawValue)" }
}
