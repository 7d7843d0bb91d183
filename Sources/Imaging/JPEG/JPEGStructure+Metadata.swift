extension JPEGStructure {
    /// The EXIF block of APP1; nil where there is none or where it cannot be read.
    var exif: EXIF? {
        header.lazy.filter(\.isEXIF).compactMap { EXIF(tiff: $0.payload.dropping(6)) }.first
    }

    /// The embedded colour profile, joined from its APP2 parts (ICC.1:2010 annex B.4); nil where parts are missing.
    var colorProfile: [UInt8]? {
        let parts = profileSegments.sorted { $0.profilePartNumber < $1.profilePartNumber }
        guard let total = parts.first?.payload.byte(13),
            parts.map(\.profilePartNumber) == Array(1...max(1, Int(total)))
        else { return nil }
        return parts.flatMap { $0.payload.dropping(14).slice }
    }

    /// How pixels of `layout` become sRGB.
    func color(of layout: PixelLayout) -> ColorConversion {
        ColorConversion(
            colorProfile,
            isEmbedded: hasColorProfile,
            for: layout,
            mayHaveBeenGray: false
        )
    }

    /// Whether there is any part of a colour profile.
    var hasColorProfile: Bool { !profileSegments.isEmpty }

    private var profileSegments: [Segment] {
        header.filter(\.isColorProfile)
    }
}

extension JPEGStructure.Segment {
    /// Whether an EXIF block.
    var isEXIF: Bool {
        marker == JPEGMarker.application(1) && payload.starts(with: "Exif\0\0")
    }

    /// Whether a part of an ICC profile.
    var isColorProfile: Bool {
        marker == JPEGMarker.application(2) && payload.starts(with: "ICC_PROFILE\0") && payload.count > 14
    }

    /// Which part of the profile, from 1.
    var profilePartNumber: Int {
        payload.byte(12).map(Int.init) ?? 0
    }
}
