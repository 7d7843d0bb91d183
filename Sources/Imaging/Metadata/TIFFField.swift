/// A field of a directory that is handed on as it is.
struct TIFFField: Hashable, Sendable {
    /// What it says.
    let tag: Int
    /// The field type of TIFF 6.0.
    let type: Int
    /// How many values.
    let count: Int
    /// The values, big-endian.
    let bytes: [UInt8]
}
