/// The original, as far as it is known.
package struct SourceDescription: Codable, Equatable, Sendable {
    /// Its key in the bucket of uploads.
    package var key: String?
    /// Its address on the web, without a query: that may hold what lets its owner in.
    package var url: String?
    /// Its file format, by its bytes.
    package var format: ImageFormat?
    /// Width in pixels as it is looked at, after its orientation is applied.
    package var width: Int?
    /// Height in pixels as it is looked at.
    package var height: Int?
    /// Size of the file.
    package var bytes: Int?
    /// Its EXIF orientation, 1 to 8.
    package var orientation: Int?
    /// How many frames it has; the first one is used.
    package var frames: Int?
    /// Whether it has transparent parts.
    package var hasAlpha: Bool?
    /// What the camera wrote.
    package var exif: ExifSummary?

    /// An original; parts that are not known are left out.
    package init(
        key: String? = nil,
        url: String? = nil,
        format: ImageFormat? = nil,
        width: Int? = nil,
        height: Int? = nil,
        bytes: Int? = nil,
        orientation: Int? = nil,
        frames: Int? = nil,
        hasAlpha: Bool? = nil,
        exif: ExifSummary? = nil
    ) {
        self.key = key
        self.url = url
        self.format = format
        self.width = width
        self.height = height
        self.bytes = bytes
        self.orientation = orientation
        self.frames = frames
        self.hasAlpha = hasAlpha
        self.exif = exif
    }
}
