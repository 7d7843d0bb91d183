import FoundationEssentials
import RequestImaging
import StageContracts

/// Looks for everything that is wrong with a request for a puzzle before anything is uploaded.
///
/// The pipeline refuses the same, in the record; here it is known at once, and nothing was sent.
enum PuzzleCheck {
    /// A picture beyond this is refused by the pipeline, too.
    private static let maximumByteCount = SourceLimits.maximumByteCount

    /// Refuses a request whose puzzle cannot be cut; `photo` is its picture where that is a file of this machine.
    static func check(_ request: RequestBuilder, photo: String?) throws(CommandError) {
        let text = request.encoded
        do throws(InvalidRequest) {
            let request = try ProcessingRequest(reading: text, sourceKey: "uploads/local")
            guard let picture = picture(photo) else { return }
            try request.checkPuzzle(of: picture, limits: SourceLimits.engine)
        } catch {
            let draft = PuzzleDraft(salvaging: text)
            let completed = picture(photo).map {
                error.completed(by: draft, of: $0, limits: SourceLimits.engine)
            }
            throw CommandError(completed ?? error)
        }
    }

    /// The file; nil where there is none that the pipeline would take.
    private static func picture(_ path: String?) -> [UInt8]? {
        guard let path, let file = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
            file.count <= maximumByteCount
        else { return nil }
        return Array(file)
    }
}
