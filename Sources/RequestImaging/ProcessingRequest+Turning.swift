import Imaging
import StageContracts

extension ProcessingRequest {
    /// Whether some output is the whole picture as it is coded, so that nothing may be lost by turning it upright.
    func keepsCoding(of size: PixelSize) -> Bool {
        operations.isEmpty && allRenditions.contains { $0.keepsCoding(of: size) }
    }
}

extension Rendition {
    fileprivate func keepsCoding(of size: PixelSize) -> Bool {
        operations.isEmpty && encoding.isLeftToSource && Imaging.Resize(resize).keeps(size)
    }
}

extension OutputEncoding {
    /// Whether the file format and everything about it may be the source's.
    var isLeftToSource: Bool {
        let isFree = quality == nil && maximumBytes == nil && chroma == nil && progressive == nil
        return format == .preserve && isFree && optimize == nil
    }
}
