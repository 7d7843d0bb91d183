import Imaging
import Jigsaw
import PipelineStage
import StageContracts
import StageImaging

/// A puzzle that a request asks for, planned for its source.
struct PuzzleOrder {
    /// Where its files lie.
    let folder: PuzzleFolder
    let plan: PuzzlePlan

    /// The longer side of the small picture.
    private static let thumbnailSide = 320

    /// Plans the puzzle; the file's header alone is looked at.
    ///
    /// - Throws: A rejection with everything that is wrong with the puzzle, or with the file.
    init(_ puzzle: Puzzle, of source: [UInt8], for requestID: RequestID) throws(StageFailure) {
        folder = PuzzleFolder(prefix: puzzle.prefix, requestID: requestID)
        let size = try Self.size(of: source)
        do {
            plan = try PuzzlePlan(PuzzleSpecification(puzzle, for: requestID), source: size)
        } catch {
            throw StageFailure(error)
        }
    }

    private static func size(of source: [UInt8]) throws(StageFailure) -> PixelSize {
        do {
            return try ImageInfo(reading: source).size
        } catch {
            throw StageFailure(error)
        }
    }

    /// The small picture: the puzzle's, as a JPEG, which every place shows.
    var thumbnail: RenditionPlan {
        let longer = max(plan.size.width, plan.size.height, Self.thumbnailSide)
        let width = max(1, plan.size.width * Self.thumbnailSide / longer)
        let height = max(1, plan.size.height * Self.thumbnailSide / longer)
        return RenditionPlan(Imaging.Resize(width: width, height: height, fit: .cover), as: .jpeg())
    }

    /// The document, whose sheets lie beside it.
    var document: PuzzleDocument {
        PuzzleDocument(plan) { PuzzleFolder.sheetFile($0) }
    }
}
