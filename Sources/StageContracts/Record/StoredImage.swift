/// The normalised copy of the original that the outputs are made from.
package struct StoredImage: Codable, Equatable, Sendable {
    /// Its key in the bucket of preprocessed files.
    package var key: String
    /// Its file format.
    package var format: ImageFormat
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int
    /// Size of the file.
    package var bytes: Int
    /// What was done to the original.
    package var treatment: ImageTreatment

    /// A stored copy.
    package init(
        key: String,
        format: ImageFormat,
        width: Int,
        height: Int,
        bytes: Int,
        treatment: ImageTreatment
    ) {
        self.key = key
        self.format = format
        self.width = width
        self.height = height
        self.bytes = bytes
        self.treatment = treatment
    }
}
