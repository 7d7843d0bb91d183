/// The metadata that a normalised file keeps, as a TIFF block.
struct KeptMetadata {
    private let exif: EXIF?
    private let fields: MetadataFields

    /// What is kept of `exif`.
    init(_ exif: EXIF?, _ fields: MetadataFields) {
        self.exif = exif
        self.fields = fields
    }

    /// The chosen fields, and how to turn the rows where they stay as stored; nil where there is nothing to say.
    func block(orientation: Orientation) -> [UInt8]? {
        EXIFWriter(exif, keeping: fields, orientation: orientation).block
    }
}
