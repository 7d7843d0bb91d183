/// The metadata that a normalised file keeps, as a TIFF block.
struct KeptMetadata {
    private let exif: EXIF?

    /// What is kept of `exif`.
    init(_ exif: EXIF?) {
        self.exif = exif
    }

    /// Artist and copyright, and how to turn the rows where they stay as stored; nil where there is nothing to say.
    func block(orientation: Orientation) -> [UInt8]? {
        EXIFWriter(orientation: orientation, artist: exif?.artist, copyright: exif?.copyright).block
    }
}
