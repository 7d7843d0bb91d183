import Imaging
import StageContracts

/// What a run made and what it cost, as `--json` prints it.
struct RenderReport: WireEncodable {
    /// An output.
    struct Output: Encodable, Equatable, Sendable {
        /// Its name.
        let name: String
        /// Its file in the folder.
        let file: String
        /// Its format.
        let format: StageContracts.ImageFormat
        /// Width in pixels.
        let width: Int
        /// Height in pixels.
        let height: Int
        /// The file's length.
        let bytes: Int
        /// Milliseconds from the begin of the run until it was complete.
        let milliseconds: Double
        /// What was done to the picture; nil for a puzzle's.
        var operations: [AppliedOperation]?
    }

    /// The puzzle's document and what it was drawn from.
    struct Puzzle: Encodable, Equatable, Sendable {
        /// The document's file in the folder.
        let file: String
        /// How many pieces it has.
        let pieces: Int
        /// What the cut was drawn from.
        let seed: Int
    }

    /// The picture.
    let source: SourceDescription
    /// What was done to it before anything was made of it.
    let treatment: ImageTreatment
    /// The outputs, as asked for.
    var outputs: [Output] = []
    /// The puzzle, if one was asked for.
    var puzzle: Puzzle?
    /// Milliseconds by step.
    var steps: [String: Double] = [:]
    /// The most memory that was resident.
    var peakResidentBytes = 0
    /// What may not be expected.
    var warnings: [Warning] = []
}

extension RenderReport.Output {
    /// An output that is complete now.
    init(
        _ name: String,
        file: String,
        _ format: StageContracts.ImageFormat,
        size: PixelSize,
        byteCount: Int,
        _ times: StepTimes
    ) {
        (self.name, self.file, self.format) = (name, file, format)
        (width, height, bytes) = (size.width, size.height, byteCount)
        milliseconds = times.elapsed
    }
}
