/// Names files that are no JPEG, PNG or WebP, so that a refusal says more than "unknown".
enum UnknownFormat {
    private static let signatures: [(name: String, offset: Int, bytes: String)] = [
        ("GIF", 0, "GIF8"),
        ("TIFF", 0, "II*\0"),
        ("TIFF", 0, "MM\0*"),
        ("BMP", 0, "BM"),
        ("PDF", 0, "%PDF"),
        ("Photoshop", 0, "8BPS"),
        ("HEIC", 4, "ftyphei"),
        ("HEIF", 4, "ftypmif1"),
        ("AVIF", 4, "ftypavif"),
        ("SVG", 0, "<svg"),
        ("XML or SVG", 0, "<?xml"),
        ("HTML", 0, "<!DOCTYPE"),
        ("ZIP", 0, "PK"),
    ]

    /// The refusal of `bytes`, which no decoder here reads.
    static func error(for bytes: [UInt8]) -> ImagingError {
        guard !bytes.isEmpty else {
            return ImagingError(.truncated, "the file is empty")
        }
        let view = ByteView(bytes)
        let known = signatures.first { view.dropping($0.offset).starts(with: $0.bytes) }
        return ImagingError(.unsupportedFormat, "\(known?.name ?? "unknown data"), not JPEG, PNG or WebP")
    }
}
