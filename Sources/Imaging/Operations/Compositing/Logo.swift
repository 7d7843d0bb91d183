/// A picture that is laid over others.
package struct Logo: Hashable, Sendable {
    /// The most bytes of a logo's file.
    package static let maximumByteCount = 16 << 20
    /// The most pixels of a logo's file.
    package static let maximumPixelCount = 25_000_000

    private let file: [UInt8]
    private let header: Result<ImageInfo, ImagingError>

    /// The logo of a whole JPEG, PNG or WebP file, of which the header is read at once.
    package init(_ file: [UInt8]) {
        self.file = file
        header = Result { () throws(ImagingError) in try ImageInfo(reading: file) }
    }

    /// Bytes that decoding the logo holds beside its rows.
    var memoryByteCount: Int {
        (try? header.get())?.wholeImageByteCount ?? 0
    }

    /// What decoding the logo takes.
    var work: Int {
        (try? header.get())?.decodingWork ?? 0
    }

    /// What the logo's header says, before a pixel is decoded.
    ///
    /// - Throws: `impossibleOperation` where it cannot be read or is beyond the limits.
    package func inspect(_ limits: ImageLimits) throws(ImagingError) -> ImageInfo {
        do {
            let info = try header.get()
            try Self.limits(within: limits).admit(info)
            return info
        } catch {
            throw Self.refusal(error)
        }
    }

    /// The pixels of the logo as large as fits into `box`; all of it where the header cannot be read.
    func size(fitting box: PixelSize) -> PixelSize {
        guard let size = try? header.get().size else { return box }
        let (width, height) = (Double(size.width), Double(size.height))
        let scale = min(Double(box.width) / width, Double(box.height) / height)
        return PixelSize(
            width: min(box.width, max(1, Int((width * scale).rounded(.up)))),
            height: min(box.height, max(1, Int((height * scale).rounded(.up))))
        )
    }

    /// The logo as large as fits into `box`.
    ///
    /// - Throws: `impossibleOperation` where it cannot be read or is beyond the limits.
    func overlay(
        fitting box: PixelSize,
        opacity: Double,
        _ limits: ImageLimits
    ) throws(ImagingError) -> Overlay {
        var overlay: Overlay?
        let resize = Resize(width: box.width, height: box.height, allowsEnlargement: true)
        let byteCount = 8 * size(fitting: box).pixelCount
        let tap = RowTap(resize, memoryByteCount: byteCount) { format throws(ImagingError) in
            RowCollector(format) { overlay = Overlay($0, of: format, opacity: opacity) }
        }
        do {
            _ = try Renderer(limits: Self.limits(within: limits)).render(file, [], taps: [tap])
        } catch {
            throw Self.refusal(error)
        }
        guard let overlay else { throw ImagingError(.impossibleOperation, "the logo has no pixels") }
        return overlay
    }

    private static func limits(within limits: ImageLimits) -> ImageLimits {
        var limits = limits
        limits.maximumPixelCount = min(limits.maximumPixelCount, maximumPixelCount)
        limits.maximumByteCount = maximumByteCount
        return limits
    }

    private static func refusal(_ error: ImagingError) -> ImagingError {
        guard error.isPermanent else { return error }
        return ImagingError(.impossibleOperation, "the logo cannot be used: \(error.detail)")
    }
}
