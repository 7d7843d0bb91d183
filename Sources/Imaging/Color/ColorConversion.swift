/// How the pixels of a picture become sRGB.
enum ColorConversion {
    /// They are, as far as eyes and 8 bits can tell.
    case none
    /// Each colour channel by itself, through a table of 256.
    case curve([UInt8])
    /// The three channels together.
    case transform(ColorTransform)
    /// The profile cannot be used; the pixels are taken as sRGB.
    case ignored

    /// Differences of 8-bit levels up to which a profile is taken for sRGB: tables of writers are rounded.
    private static let tolerance = 2

    /// The conversion of rows of `layout` with a profile (ICC), which is nil where none is embedded or none can be read.
    ///
    /// A profile of gray is one for colours only where these may have been made of gray pixels by the decoder.
    init(
        _ profile: [UInt8]?,
        isEmbedded: Bool,
        for layout: PixelLayout,
        mayHaveBeenGray: Bool = true
    ) {
        guard let profile else {
            self = isEmbedded ? .ignored : .none
            return
        }
        let pixels: ColorTransform.Pixels = layout.hasAlpha ? .rgba : .rgb
        if let conversion = Self.gray(profile, for: layout) {
            self = layout == .gray || mayHaveBeenGray ? conversion : .ignored
        } else if Self.isNearlyIdentical(ColorTransform(profile, pixels, for: .samples), layout) {
            self = .none
        } else if let transform = ColorTransform(profile, pixels) {
            self = .transform(transform)
        } else {
            self = .ignored
        }
    }

    /// Whether pixels change.
    var isNeeded: Bool {
        switch self {
        case .none, .ignored: false
        case .curve, .transform: true
        }
    }

    /// Whether there is a profile that says nothing.
    var isIgnored: Bool {
        if case .ignored = self { true } else { false }
    }

    /// Gray pixels, or colours made of gray ones: nil where colours mix.
    private static func gray(_ profile: [UInt8], for layout: PixelLayout) -> ColorConversion? {
        let levels = (0...255).map(UInt8.init)
        var curve: [UInt8] = []
        if let transform = ColorTransform(profile, .gray, for: .samples) {
            curve = transform.converted(levels, count: 256)
        } else if layout == .gray, let transform = ColorTransform(profile, .rgb, for: .samples) {
            curve = transform.converted(levels.flatMap { [$0, $0, $0] }, count: 256)
        } else {
            return nil
        }
        let green = levels.map { curve[3 * Int($0) + 1] }
        return differs(green, levels) ? .curve(green) : ColorConversion.none
    }

    private static func isNearlyIdentical(_ transform: ColorTransform?, _ layout: PixelLayout) -> Bool {
        guard let transform else { return false }
        let steps = stride(from: 0, through: 255, by: 51).map(UInt8.init)
        let grays = (0...255).map(UInt8.init).map { [$0, $0, $0] }
        let colors = steps.flatMap { red in steps.flatMap { green in steps.map { [red, green, $0] } } }
        let pixels = (grays + colors).map { layout.hasAlpha ? $0 + [255] : $0 }
        let flat = pixels.flatMap(\.self)
        let converted = transform.converted(flat, count: pixels.count)
        return !differs(Array(converted.prefix(flat.count)), flat)
    }

    private static func differs(_ levels: [UInt8], _ others: [UInt8]) -> Bool {
        zip(levels, others).contains { abs(Int($0) - Int($1)) > tolerance }
    }
}
