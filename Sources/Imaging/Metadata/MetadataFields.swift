/// Groups of EXIF fields that a file keeps.
package struct MetadataFields: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Copyright notice and photographer.
    package static let copyright = MetadataFields(rawValue: 1 << 0)
    /// When the photo was taken, became digital and was changed.
    package static let dates = MetadataFields(rawValue: 1 << 1)
    /// Maker and model of the camera.
    package static let camera = MetadataFields(rawValue: 1 << 2)
    /// Maker and model of the lens.
    package static let lens = MetadataFields(rawValue: 1 << 3)
    /// Time, aperture, sensitivity, focal length and flash.
    package static let exposure = MetadataFields(rawValue: 1 << 4)
    /// Where the camera was.
    package static let gps = MetadataFields(rawValue: 1 << 5)
    /// Description, software and the photographer's comment.
    package static let texts = MetadataFields(rawValue: 1 << 6)
    /// Every field that is read at all.
    package static let all: MetadataFields = [.copyright, .dates, .camera, .lens, .exposure, .gps, .texts]
}
