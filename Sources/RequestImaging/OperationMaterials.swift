package import StageContracts

/// What operations take from outside the request.
package struct OperationMaterials: Sendable {
    /// The files of logos, by the places that the request names.
    package let logos: [ImageSource: [UInt8]]
    /// The file of the font that texts are written in.
    package let fontPath: String

    /// Where Debian's package `fonts-dejavu-core` keeps a font with Latin, Greek and Cyrillic letters.
    package static let standardFontPath = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

    /// Logos, and a font.
    package init(logos: [ImageSource: [UInt8]] = [:], fontPath: String = standardFontPath) {
        self.logos = logos
        self.fontPath = fontPath
    }
}
