package import Imaging
package import StageContracts

extension StoredImage {
    /// A copy that lies under `key`, made of a source with the header `info`.
    package init(key: String, _ image: NormalisedImage, of info: ImageInfo) {
        let isTurned = image.changes.contains(.turnedUpright)
        let size = isTurned ? info.size : info.storedSize
        self.init(
            key: key,
            format: StageContracts.ImageFormat(info.format),
            width: size.width,
            height: size.height,
            bytes: image.byteCount ?? info.byteCount,
            treatment: isTurned ? .turned : image.changes.isEmpty ? .copied : .stripped
        )
    }
}

extension NormalisedImage {
    fileprivate var changes: Set<Change> {
        switch self {
        case .unchanged: []
        case .rewritten(_, let changes): changes
        }
    }

    fileprivate var byteCount: Int? {
        switch self {
        case .unchanged: nil
        case .rewritten(let bytes, _): bytes.count
        }
    }

    /// What the owner may not expect of the copy.
    package var warnings: [Warning] {
        var warnings: [Warning] = []
        if changes.contains(.keptFirstFrame) {
            let text = "Only the first frame of the animation is used."
            warnings.append(Warning(code: .firstFrameOnly, text: text))
        }
        if changes.contains(.acceptedDamage) { warnings.append(.damagedSource) }
        return warnings
    }
}
