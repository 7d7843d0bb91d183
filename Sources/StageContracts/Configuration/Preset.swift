/// A set of outputs that a request asks for by one name.
package struct Preset: Equatable, Sendable {
    /// Whether the original, byte for byte, is one of them.
    package let includesOriginal: Bool
    /// The others.
    package let renditions: [Rendition]

    /// The name under which the original is an output.
    package static let originalName = "original"
}

extension Preset: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("renditions")
        includesOriginal = reader.bool("original") ?? false
        let limit = ProcessingRequest.maximumRenditionCount
        renditions = reader.objects("renditions", count: 1...limit) ?? []
        reader.refuseRepeatedNames()
    }
}
