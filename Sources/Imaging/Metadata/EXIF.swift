/// The photographic metadata that records and outputs use, as typed values (EXIF 2.32).
package struct EXIF: Hashable, Sendable {
    /// How the stored rows become upright; nil where the tag is missing or out of range.
    package var orientation: Orientation?
    /// The maker of the camera.
    package var make: String?
    /// The model of the camera.
    package var model: String?
    /// The maker of the lens.
    package var lensMake: String?
    /// The model of the lens.
    package var lensModel: String?
    /// The exposure time in seconds.
    package var exposureTime: Rational?
    /// The aperture's f-number.
    package var fNumber: Rational?
    /// The sensitivity by ISO 12232.
    package var isoSpeed: Int?
    /// The focal length in millimetres.
    package var focalLength: Rational?
    /// The focal length that has the same view on 35 mm film, in millimetres.
    package var focalLengthIn35mm: Int?
    /// Whether a flash fired.
    package var flashFired: Bool?
    /// When the photo was taken.
    package var takenAt: EXIFDate?
    /// When the photo became digital.
    package var digitizedAt: EXIFDate?
    /// When the file was last changed.
    package var modifiedAt: EXIFDate?
    /// Where the camera was.
    package var position: Position?
    /// The copyright notice: the photographer's.
    var photographerCopyright: String?
    /// The notice of an editor.
    var editorCopyright: String?
    /// The photographer.
    package var artist: String?

    /// What is only handed on.
    var others = OtherFields()

    /// The copyright notice; the photographer's comes first where an editor has one, too (EXIF 2.32 section 4.6.5).
    package var copyright: String? {
        get {
            let notices = [photographerCopyright, editorCopyright].compactMap(\.self)
            return notices.isEmpty ? nil : notices.joined(separator: ", ")
        }
        set { (photographerCopyright, editorCopyright) = (newValue, nil) }
    }

    /// Metadata that say nothing.
    package init() {}

    /// A fraction, kept exact: 1/250 s is not 0.004.
    package struct Rational: Hashable, Sendable {
        /// The upper number.
        package let numerator: Int
        /// The lower number, never 0.
        package let denominator: Int

        /// `numerator` over `denominator`; nil for a denominator of 0.
        package init?(_ numerator: Int, over denominator: Int) {
            guard denominator != 0 else { return nil }
            self.numerator = numerator
            self.denominator = denominator
        }

        /// The nearest floating-point number.
        package var value: Double {
            Double(numerator) / Double(denominator)
        }
    }

    /// A place on Earth (WGS 84).
    package struct Position: Hashable, Sendable {
        /// Degrees north of the equator, -90…90.
        package let latitude: Double
        /// Degrees east of Greenwich, -180…180.
        package let longitude: Double
        /// Metres above the sea.
        package let altitude: Double?
    }
}
