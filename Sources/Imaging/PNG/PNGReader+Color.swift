extension PNGReader {
    /// How the pixels become sRGB, and the profile that says so: of what the file says first of its colours, or second
    /// where its own profile cannot be used.
    func colors(_ structure: PNGStructure) -> (conversion: ColorConversion, profile: [UInt8]?) {
        guard structure.colorWords == .profile else { return colors(by: structure.colorWords, structure) }
        let profile = embeddedProfile(structure)
        let conversion = ColorConversion(profile, isEmbedded: true, for: format.layout)
        guard conversion.isIgnored, structure.wordsBesideProfile != .srgb else {
            return (conversion, profile)
        }
        return colors(by: structure.wordsBesideProfile, structure)
    }

    private func colors(
        by words: PNGStructure.ColorWords,
        _ structure: PNGStructure
    ) -> (conversion: ColorConversion, profile: [UInt8]?) {
        switch words {
        case .space(let space), .primaries(let space):
            (ColorConversion(space.profile, isEmbedded: false, for: format.layout), space.profile)
        case .gamma(let curve): (.curve(curve.levelsOfSRGB), RGBSpace.srgb(curve).profile)
        case .profile, .srgb: (structure.hasOnlyUnknownWords ? .ignored : .none, nil)
        }
    }

    /// The embedded colour profile of what `structure` is read from; nil without one, or where it cannot be read.
    ///
    /// libpng gives no profile of colours for gray pixels, which are as good as colours that have no chroma.
    func embeddedProfile(_ structure: PNGStructure) -> [UInt8]? {
        profile ?? structure.profileOfGray
    }
}
