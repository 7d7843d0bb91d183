/// One output: a size, a format and what is done to the picture for it alone.
package struct Rendition: Equatable, Sendable {
    /// Its name, unique in the request; part of its key and of its id `{requestId}_{name}`.
    package let name: RenditionName
    /// Its size; without width and height that of the source.
    package let resize: Resize
    /// Its file format.
    package let encoding: OutputEncoding
    /// The EXIF fields it keeps.
    package let metadata: MetadataSelection
    /// Edits of this rendition alone, once it has its size.
    package let operations: [Operation]
}

extension Rendition: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("name")
        let name: RenditionName? = reader.text("name")
        let resize = Resize(reading: reader)
        let encoding = OutputEncoding(reading: reader)
        let metadata = reader.metadata("metadata") ?? .standard
        let operations: [Operation] = reader.objects("operations", count: 0...Operation.maximumCount) ?? []
        guard let name, let resize, let encoding else { return nil }
        self.init(name: name, resize: resize, encoding: encoding, metadata: metadata, operations: operations)
    }
}

extension Rendition: Encodable {
    private enum CodingKeys: String, CodingKey {
        case name
        case metadata
        case operations
    }

    /// Size and format lie beside the name, not in objects of their own.
    package func encode(to encoder: any Encoder) throws {
        try resize.encode(to: encoder)
        try encoding.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(metadata, forKey: .metadata)
        try container.encode(operations, forKey: .operations)
    }
}
