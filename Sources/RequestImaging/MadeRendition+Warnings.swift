import Imaging
package import StageContracts

extension MadeRendition {
    /// What the owner may not expect of the picture.
    package var warnings: [Warning] {
        let (name, size) = (rendition.name.text, image.size)
        var warnings: [Warning] = []
        let keepsSize = !rendition.operations.contains(where: \.changesSize)
        if !rendition.resize.enlarge, keepsSize, isSmallerThanAsked {
            let text = "\(name) has \(size.width) × \(size.height) pixels: enlarging was not asked for."
            warnings.append(Warning(code: .notEnlarged, text: text, output: name))
        }
        if isFlattened, rendition.resize.background == nil {
            let text = "\(name) has no transparency: JPEG cannot keep it."
            warnings.append(Warning(code: .flattened, text: text, output: name))
        }
        return warnings
            + image.notices.sorted { $0.rawValue < $1.rawValue }.map { Warning($0, of: name, image.format) }
    }

    /// Whether pixels that may be transparent, the source's or those of an edit, were laid on a colour because the format has none.
    private var isFlattened: Bool {
        image.steps.contains { step in
            if case .flatten = step { true } else { false }
        }
    }

    /// Whether every side that was asked for is missed, or any where both were to be met; with one side met, the other follows from
    /// the shape.
    private var isSmallerThanAsked: Bool {
        let resize = rendition.resize
        let misses = [
            resize.width.map { image.size.width < $0 }, resize.height.map { image.size.height < $0 },
        ].compactMap(\.self)
        let isStretched = resize.fit == .fill || resize.fit == .cover
        return isStretched ? misses.contains(true) : !misses.isEmpty && misses.allSatisfy(\.self)
    }
}

extension Warning {
    /// The same words from every stage that notices it, so that the record says it once.
    static let damagedSource = Warning(
        code: .damagedSource,
        text: "The source is cut off or damaged: what is missing is gray or transparent."
    )

    /// What the engine says about an output.
    init(_ notice: RenderedImage.Notice, of name: String, _ format: Imaging.ImageFormat) {
        switch notice {
        case .ignoredProfile:
            let text = "The source's colour profile cannot be used: \(name) takes its colours as sRGB."
            self.init(code: .ignoredProfile, text: text, output: name)
        case .damagedSource: self = .damagedSource
        case .missedSizeLimit:
            let reason =
                format == .png ? "a PNG has no quality to lower" : "no lower quality would make it fit"
            let text = "\(name) is larger than its limit: \(reason)."
            self.init(code: .sizeLimitMissed, text: text, output: name)
        case .encodedAgain:
            let reason = "the source cannot be turned upright, made whole or brought to sRGB as it is"
            let text = "\(name) was encoded again: \(reason)."
            self.init(code: .encodedAgain, text: text, output: name)
        case .lessEffort:
            let text = "\(name) is larger than it could be: more effort would take too long."
            self.init(code: .lessEffort, text: text, output: name)
        }
    }
}
