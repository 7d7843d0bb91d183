/// How the file of a rendition is written: what it is made with, apart from its pixels.
///
/// Two that are equal write the same bytes of the same pixels, however differently they were asked for.
struct RenditionFile: Hashable {
    /// The format and its settings, with nothing left open.
    let encoding: Encoding
    /// The largest file; of a format with loss, the quality is lowered until it fits.
    let maximumByteCount: Int?
    /// The EXIF fields of the source that it keeps.
    let metadata: MetadataFields
    /// What lies around the picture; nil where it fills the file.
    let background: Color?

    /// The file of `plan`, whose picture fills it unless it `isFramed`.
    init(_ plan: RenditionPlan, isFramed: Bool) {
        encoding = plan.encoding.settled
        maximumByteCount = plan.maximumByteCount
        metadata = plan.metadata
        let background = plan.resize.background ?? .clear
        self.background =
            isFramed
            ? plan.encoding.format == .jpeg ? background.laid(on: encoding.background) : background : nil
    }

    /// Whether what lies around the picture may be transparent.
    var hasClearBackground: Bool {
        background.map { $0.alpha < 255 } ?? false
    }

    /// The largest file where a quality is searched for it; nil without a limit, and without a loss.
    private var searchedByteCount: Int? {
        encoding.quality == nil ? nil : maximumByteCount
    }

    /// What writing the file takes, in the steps of `PixelWork`.
    func work(on rows: RowFormat) -> Int {
        searchedByteCount != nil ? encoding.searchWork(on: rows) : encoding.work(on: rows)
    }

    /// Bytes that writing the file holds at once, at most: beside the encoder, the rows and the best file of a search.
    func memoryByteCount(for rows: RowFormat) -> Int {
        let kept = searchedByteCount.map { rows.byteCount + min($0, rows.byteCount) } ?? 0
        return kept + encoding.memoryByteCount(for: rows)
    }
}
