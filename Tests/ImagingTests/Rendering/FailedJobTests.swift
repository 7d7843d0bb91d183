import Testing

@testable import Imaging

@Suite struct `A job that fails` {
    private static let refusal = ImagingError(.stoppedByCaller, "nobody takes it")

    /// Renders a photo into WebPs and JPEGs, takes all but the `failing` format, and tells what of the job is left then.
    private static func leftovers(
        failing format: ImageFormat?,
        threadCount: UInt32,
        limits: ImageLimits = ImageLimits()
    ) throws -> (error: ImagingError?, batch: WebPBatch?) {
        let photo = SyntheticPhoto(size: PixelSize(width: 200, height: 150))
        let bytes = try photo.encoded(as: .jpeg())
        let encodings: [(Int, Encoding)] = [
            (180, .webp()), (120, .jpeg()), (80, .webp()), (60, .jpeg()), (40, .png()),
        ]
        let picture = PicturePlan(
            operations: [],
            renditions: encodings.map { RenditionPlan(Resize(width: $0), as: $1) },
            taps: [],
            headRoom: nil
        )
        weak var left: WebPBatch?
        var failure: ImagingError?
        do {
            let batch = WebPBatch(threadCount: threadCount)
            left = batch
            let structure = try ImageStructure(reading: bytes)
            let source = RenderSource(
                bytes: bytes,
                structure: structure,
                info: structure.info,
                limits: limits
            )
            let end = RenderEnd(structure.info, SourceDamage(), webps: batch) {
                _,
                image throws(ImagingError) in
                if image.format == format { throw refusal }
            }
            do throws(ImagingError) { try source.render(picture, end) } catch { failure = error }
        }
        return (failure, left)
    }

    @Test(arguments: [ImageFormat.webp, .jpeg, .png], [1, 2] as [UInt32])
    func `lets go of its encoders and of what waits for them`(
        format: ImageFormat,
        threadCount: UInt32
    ) throws {
        // Encoders and their batch hold each other while they work.
        let (error, batch) = try Self.leftovers(failing: format, threadCount: threadCount)
        #expect(error == Self.refusal)
        #expect(batch == nil)
    }

    @Test(arguments: [1, 2] as [UInt32])
    func `lets go of them where its time is over, and where all goes well`(threadCount: UInt32) throws {
        var limits = ImageLimits()
        limits.isPastDeadline = { true }
        let late = try Self.leftovers(failing: nil, threadCount: threadCount, limits: limits)
        #expect(late.error?.code == .deadlineExceeded && late.batch == nil)
        let done = try Self.leftovers(failing: nil, threadCount: threadCount)
        #expect(done.error == nil && done.batch == nil)
    }
}
