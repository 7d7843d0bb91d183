import Imaging
import RequestImaging
import StageContracts

/// A source in the form in which the pipeline keeps it, as the preprocessor makes it.
struct PreparedSource {
    /// What the file says of itself.
    let description: SourceDescription
    /// The form that is kept, as the record names it.
    let stored: StoredImage
    /// That form's bytes.
    let bytes: [UInt8]
    /// What the owner may not expect of it.
    let warnings: [Warning]

    /// Read → inspect → check the puzzle → normalise.
    init(
        _ file: SourceFile,
        for request: ProcessingRequest,
        limits: ImageLimits,
        _ times: StepTimes
    ) throws(RenderError) {
        let original = try times.measure("read") { () throws(RenderError) in try file.read() }
        let normaliser = SourceNormaliser(for: request, limits: limits)
        do {
            let info = try times.measure("inspect") { () throws(ImageFailure) in
                try normaliser.inspect(original)
            }
            try request.checkOperations(on: info.size)
            try request.checkPuzzle(of: original, limits: limits, seededBy: RenderRun.puzzleID(of: request))
            let image = try times.measure("normalise") { () throws(ImageFailure) in
                try normaliser.normalise(original, info)
            }
            description = SourceDescription(key: file.path, info)
            stored = StoredImage(key: file.path, image, of: info)
            warnings = image.warnings
            switch image {
            case .unchanged: bytes = original
            case .rewritten(let rewritten, _): bytes = rewritten
            }
        } catch {
            throw RenderError(error)
        }
    }
}
