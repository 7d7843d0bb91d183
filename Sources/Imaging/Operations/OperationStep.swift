/// Opens what takes the rows of a picture once its shape is known.
typealias RowOpener = (RowFormat) throws(ImagingError) -> any RowConsumer

/// What an operation does to a stream of rows.
protocol OperationStep: Sendable {
    /// Refuses what the operation brings along beside the picture.
    ///
    /// - Throws: `impossibleOperation` where that cannot be used or is beyond the limits.
    func admit(_ limits: ImageLimits) throws(ImagingError)

    /// The size of the picture after the operation, or the largest that it can have where only the pixels tell.
    ///
    /// - Throws: `impossibleOperation` where a picture of `size` cannot be edited so.
    func size(after size: PixelSize) throws(ImagingError) -> PixelSize

    /// Bytes that are held at once, at most, for a picture of `size`.
    func memoryByteCount(for size: PixelSize) -> Int

    /// What the operation takes, in the steps of `PixelWork`, at most about.
    func work(on size: PixelSize) -> Int

    /// What takes the rows of the picture before and gives those after to what `open` opens.
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer
}

extension OperationStep {
    func admit(_ limits: ImageLimits) throws(ImagingError) {}

    func size(after size: PixelSize) throws(ImagingError) -> PixelSize { size }

    func memoryByteCount(for size: PixelSize) -> Int { RowFormat(size: size, layout: .rgba).rowByteCount * 4 }

    func work(on size: PixelSize) -> Int { size.pixelCount * PixelWork.moving }
}
