/// What a camera wrote about a picture, typed.
package struct ExifSummary: Codable, Equatable, Sendable {
    /// Maker of the camera.
    package var cameraMake: String?
    /// Model of the camera.
    package var cameraModel: String?
    /// Maker of the lens.
    package var lensMake: String?
    /// Model of the lens.
    package var lensModel: String?
    /// Exposure in seconds as the camera says it, such as `1/250`.
    package var exposureTime: String?
    /// The f-number.
    package var aperture: Double?
    /// Sensitivity.
    package var iso: Int?
    /// Focal length in millimetres.
    package var focalLength: Double?
    /// Exposure correction in steps.
    package var exposureBias: Double?
    /// Whether the flash fired.
    package var flash: Bool?
    /// When the shutter opened, in the camera's own time: `2026-01-31T23:59:59`.
    package var takenAt: String?
    /// When the file was made.
    package var digitizedAt: String?
    /// When the file was changed.
    package var modifiedAt: String?
    /// Degrees north.
    package var latitude: Double?
    /// Degrees east.
    package var longitude: Double?
    /// Metres above the sea.
    package var altitude: Double?
    /// Who took it.
    package var artist: String?
    /// Whose it is.
    package var copyright: String?
    /// What wrote the file.
    package var software: String?

    /// How many characters of a text are kept: a file may hold books in its fields, and a record must stay small.
    package static let maximumLength = 200

    /// A summary; what the file does not say is left out.
    package init(
        cameraMake: String? = nil,
        cameraModel: String? = nil,
        lensMake: String? = nil,
        lensModel: String? = nil,
        exposureTime: String? = nil,
        aperture: Double? = nil,
        iso: Int? = nil,
        focalLength: Double? = nil,
        exposureBias: Double? = nil,
        flash: Bool? = nil,
        takenAt: String? = nil,
        digitizedAt: String? = nil,
        modifiedAt: String? = nil,
        latitude: Double? = nil,
        longitude: Double? = nil,
        altitude: Double? = nil,
        artist: String? = nil,
        copyright: String? = nil,
        software: String? = nil
    ) {
        self.cameraMake = cameraMake?.abridged(to: Self.maximumLength)
        self.cameraModel = cameraModel?.abridged(to: Self.maximumLength)
        self.lensMake = lensMake?.abridged(to: Self.maximumLength)
        self.lensModel = lensModel?.abridged(to: Self.maximumLength)
        self.exposureTime = exposureTime?.abridged(to: Self.maximumLength)
        self.aperture = aperture
        self.iso = iso
        self.focalLength = focalLength
        self.exposureBias = exposureBias
        self.flash = flash
        self.takenAt = takenAt?.abridged(to: Self.maximumLength)
        self.digitizedAt = digitizedAt?.abridged(to: Self.maximumLength)
        self.modifiedAt = modifiedAt?.abridged(to: Self.maximumLength)
        self.latitude = latitude
        self.longitude = longitude
        self.altitude = altitude
        self.artist = artist?.abridged(to: Self.maximumLength)
        self.copyright = copyright?.abridged(to: Self.maximumLength)
        self.software = software?.abridged(to: Self.maximumLength)
    }
}
