import CWebP

/// The WebP files of a job: libwebp begins with a file when all its rows are there, and all are complete at about the
/// same time, so they are encoded together, on as many threads as there are processors for this process.
///
/// The largest takes more than half of the work on one processor alone. Where its rows come while the source is decoded, a
/// second processor analyses them meanwhile. The bytes do not depend on the number of threads.
final class WebPBatch {
    private let threadCount: UInt32
    private var encoders: [WebPEncoder] = []
    /// The largest of those whose rows come one after the other.
    private weak var largest: WebPEncoder?
    private var hasBegun = false
    private var postponed: [Postponed] = []

    /// What the largest file does not wait for.
    typealias Postponed = () throws(ImagingError) -> Void

    /// A batch that is encoded on up to `threadCount` threads.
    init(threadCount: UInt32 = cwebp_processor_count()) {
        self.threadCount = threadCount
    }

    /// Hears of an encoder whose rows will come one after the other; which is the largest is settled with the first row.
    func expect(_ encoder: WebPEncoder) {
        guard !hasBegun, encoder.pixelCount > largest?.pixelCount ?? 0 else { return }
        largest = encoder
    }

    /// Lets the largest file be begun while its rows come.
    func beginWithFirstRow() {
        guard !hasBegun else { return }
        hasBegun = true
        guard threadCount > 1, let largest else { return }
        cwebp_encoder_begin(largest.encoder)
    }

    /// Pixels of the largest file that will be begun before it has all its rows; 0 for none.
    var pixelCountAhead: Int {
        threadCount > 1 ? largest?.pixelCount ?? 0 : 0
    }

    /// Does `work` while the largest file is encoded, after its rows have come; at once where that file was not begun early.
    func postpone(_ work: @escaping Postponed) throws(ImagingError) {
        guard hasBegun, pixelCountAhead > 0 else { return try work() }
        postponed.append(work)
    }

    /// Takes an encoder that has all its rows.
    func add(_ encoder: WebPEncoder) {
        encoders.append(encoder)
    }

    /// Forgets the encoders and the postponed work of a failed job: they refer to the batch, and it to them.
    func forget() {
        encoders = []
        postponed = []
    }

    /// Does what was postponed, then encodes and delivers all files: the one that was begun, then the others from the largest
    /// down, so that no thread is still busy with a large one when the others have ended.
    ///
    /// - Throws: the first failure of an encoder or of what takes its file.
    func encode() throws(ImagingError) {
        while let work = postponed.popLast() { try work() }
        let waiting = encoders.sorted { one, other in
            if one === largest || other === largest { return one === largest }
            return one.pixelCount > other.pixelCount
        }
        encoders = []
        cwebp_encode_all(waiting.map(\.encoder), waiting.count, threadCount)
        for encoder in waiting { try encoder.deliver() }
    }
}
