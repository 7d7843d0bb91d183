/// What a picture may cost: checked on the header before a pixel is allocated, and again while decoding.
///
/// The defaults fit a function of 2 GB.
package struct ImageLimits: Sendable {
    /// Bytes of the encoded file.
    package var maximumByteCount = 64 << 20
    /// Pixels of the source, and of each rendition.
    package var maximumPixelCount = 120_000_000
    /// The longer side of the source, and of each rendition.
    package var maximumSide = 32_768
    /// Segments or chunks that a file consists of, counted while they are listed.
    ///
    /// A list of them takes some hundred bytes for each, an empty one four to twelve bytes of the file. Encoders write pieces
    /// of 8 to 64 KB.
    package var maximumPartCount = 65_536
    /// Frames of an animation; only the first is used.
    package var maximumFrameCount = 1_000
    /// Bytes that decoding and rendering may hold at once, by estimate from the header.
    package var maximumMemoryByteCount = 1 << 30
    /// Scans of a progressive JPEG, checked again while decoding; cameras and encoders write about ten.
    package var maximumScanCount = 100
    /// What decoding may take, in the steps of `ImageInfo.decodingWork`: about ten seconds.
    package var maximumDecodingWork = 10_000_000_000
    /// What all of a request may take together, decoding, edits and encoders, in the steps of `PixelWork`: about ten seconds.
    package var maximumWork = 10_000_000_000
    /// Pixels of all renditions together.
    package var maximumOutputPixelCount = 250_000_000
    /// Whether the time is over; asked every few rows and inside long decoder calls.
    package var isPastDeadline: @Sendable () -> Bool = { false }

    /// The default limits.
    package init() {}

    /// Refuses a picture whose header already exceeds a limit.
    ///
    /// - Throws: `tooManyBytes`, `sideTooLong`, `tooManyPixels`, `tooManyFrames`, `tooManyScans`, `tooMuchMemory` or
    ///   `tooMuchWork`.
    package func admit(_ info: ImageInfo) throws(ImagingError) {
        try admit(byteCount: info.byteCount)
        try admit(info.storedSize, as: "the picture")
        try check(info.frameCount, atMost: maximumFrameCount, .tooManyFrames, "frames")
        try check(info.scanCount, atMost: maximumScanCount, .tooManyScans, "scans")
        try admit(memoryByteCount: info.wholeImageByteCount)
        try check(info.decodingWork, atMost: maximumDecodingWork, .tooMuchWork, "steps of decoding")
    }

    /// Refuses a file by its length, before it is even fetched.
    ///
    /// - Throws: `tooManyBytes`.
    package func admit(byteCount: Int) throws(ImagingError) {
        try check(byteCount, atMost: maximumByteCount, .tooManyBytes, "bytes")
    }

    func admit(_ size: PixelSize, as subject: String) throws(ImagingError) {
        guard max(size.width, size.height) <= maximumSide else {
            throw ImagingError(.sideTooLong, "\(subject) is \(size), a side may have \(maximumSide) pixels")
        }
        guard size.pixelCount <= maximumPixelCount else {
            throw ImagingError(
                .tooManyPixels,
                "\(subject) is \(size), \(maximumPixelCount) pixels are allowed"
            )
        }
    }

    func admit(memoryByteCount: Int) throws(ImagingError) {
        try check(memoryByteCount, atMost: maximumMemoryByteCount, .tooMuchMemory, "bytes of memory needed")
    }

    func admit(partCount: Int) throws(ImagingError) {
        try check(partCount, atMost: maximumPartCount, .tooManyParts, "parts of the file")
    }

    func admit(work: Int) throws(ImagingError) {
        try check(work, atMost: maximumWork, .tooMuchWork, "steps of work")
    }

    func admit(outputPixelCount: Int) throws(ImagingError) {
        try check(
            outputPixelCount,
            atMost: maximumOutputPixelCount,
            .tooManyOutputPixels,
            "pixels of all outputs"
        )
    }

    func checkDeadline() throws(ImagingError) {
        if isPastDeadline() {
            throw ImagingError(.deadlineExceeded, "interrupted by the deadline")
        }
    }

    private func check(
        _ value: Int,
        atMost maximum: Int,
        _ code: ImagingError.Code,
        _ noun: String
    ) throws(ImagingError) {
        guard value <= maximum else {
            throw ImagingError(code, "\(value) \(noun), \(maximum) are allowed")
        }
    }
}
