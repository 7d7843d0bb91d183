/// Looks at the header of an ICC profile (ICC.1:2010 section 7.2).
enum ColorProfile {
    /// Whether the profile describes pixels of `layout`: one of CMYK says nothing about the RGB made of it.
    static func isUsable(_ profile: [UInt8], for layout: PixelLayout) -> Bool {
        let view = ByteView(profile)
        let space = layout == .gray ? "GRAY" : "RGB "
        return view.number(0, byteCount: 4, bigEndian: true) == profile.count
            && view.dropping(36).starts(with: "acsp") && view.dropping(16).starts(with: space)
    }
}
