import Imaging
import StageContracts

extension ProcessingRequest {
    /// Whether some output is the whole picture as it is coded, so that nothing may be lost by turning it upright.
    func keepsCoding(of source: ImageInfo) -> Bool {
        operations.isEmpty && allRenditions.contains { $0.keepsCoding(of: source) }
    }
}

extension Rendition {
    fileprivate func keepsCoding(of source: ImageInfo) -> Bool {
        operations.isEmpty && encoding.isLeftToSource && Imaging.Resize(resize).keeps(source.size)
            && source.byteCount <= encoding.maximumBytes ?? .max
    }
}

extension OutputEncoding {
    /// Whether the file format and everything about it may be the source's, as long as that is no larger than allowed.
    var isLeftToSource: Bool {
        let isFreeJPEG = chroma == nil && progressive == nil && optimize == nil
        let isFreePNG = compression == nil && palette == nil
        let isFreeWebP = lossless == nil && effort == nil
        return format == .preserve && quality == nil && isFreeJPEG && isFreePNG && isFreeWebP
    }
}
