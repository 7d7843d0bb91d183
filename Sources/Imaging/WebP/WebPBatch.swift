import CWebP

/// The WebP files of a job: libwebp begins with a file when all its rows are there, and all are complete at about the
/// same time, so they are encoded together, on as many threads as there are processors for this process.
///
/// The bytes do not depend on the number of threads.
final class WebPBatch {
    private var encoders: [WebPEncoder] = []

    /// Takes an encoder that has all its rows.
    func add(_ encoder: WebPEncoder) {
        encoders.append(encoder)
    }

    /// Encodes and delivers all files; the largest come first, so that no thread is left alone with one of them.
    ///
    /// - Throws: the first failure of an encoder or of what takes its file.
    func encode(threadCount: UInt32 = cwebp_processor_count()) throws(ImagingError) {
        let waiting = encoders.sorted { $0.pixelCount > $1.pixelCount }
        encoders = []
        cwebp_encode_all(waiting.map(\.encoder), waiting.count, threadCount)
        for encoder in waiting { try encoder.deliver() }
    }
}
