import Imaging
import StageContracts

extension ProcessingRequest {
    /// Whether some output is the whole picture as it is coded, so that nothing may be lost by turning it upright.
    func keepsCoding(of source: ImageInfo) -> Bool {
        operations.areIdle(on: source.size) && allRenditions.contains { $0.keepsCoding(of: source) }
    }
}

extension Rendition {
    fileprivate func keepsCoding(of source: ImageInfo) -> Bool {
        operations.areIdle(on: source.size) && encoding.isLeft(to: StageContracts.ImageFormat(source.format))
            && Imaging.Resize(resize).keeps(source.size)
            && source.byteCount <= encoding.maximumBytes ?? .max
    }
}

extension [StageContracts.Operation] {
    /// Whether they leave an upright picture of that size as it is; what needs more than its size, a logo, does not.
    fileprivate func areIdle(on size: PixelSize) -> Bool {
        guard let list = try? Imaging.Operation.list(self, OperationMaterials()) else { return false }
        return list.withoutIdle(on: size).isEmpty
    }
}

extension OutputEncoding {
    /// Whether the file format and everything about it may be those of a source of the format `source`, as long as that is no larger
    /// than allowed; what means nothing in a file of that format is not counted.
    func isLeft(to source: StageContracts.ImageFormat) -> Bool {
        guard format == .preserve else { return false }
        return switch source {
        case .jpeg: quality == nil && chroma == nil && progressive == nil && optimize == nil
        case .png: compression == nil && palette == nil
        case .webp: quality == nil && lossless == nil && effort == nil
        }
    }
}
