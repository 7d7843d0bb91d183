package import Imaging
package import Jigsaw
package import StageContracts

/// A puzzle that a request asks for, planned for its source.
package struct PuzzleOrder {
    /// Where its files lie.
    package let folder: PuzzleFolder
    /// What is cut where.
    package let plan: PuzzlePlan

    /// The longer side of the small picture.
    private static let thumbnailSide = 320

    /// Plans the puzzle of an edited picture of that size.
    ///
    /// Without a seed of its own, the request's id decides the cut.
    ///
    /// - Throws: A failure with everything that is wrong with the puzzle.
    package init(
        _ puzzle: Puzzle,
        of size: PixelSize,
        seededBy requestID: String,
        in folder: PuzzleFolder
    ) throws(ImageFailure) {
        self.folder = folder
        do {
            plan = try PuzzlePlan(PuzzleSpecification(puzzle, seededBy: requestID), source: size)
        } catch {
            throw ImageFailure(error)
        }
    }

    /// The small picture: the puzzle's, as a JPEG, which every place shows.
    package var thumbnail: RenditionPlan {
        let longer = max(plan.size.width, plan.size.height, Self.thumbnailSide)
        let width = max(1, plan.size.width * Self.thumbnailSide / longer)
        let height = max(1, plan.size.height * Self.thumbnailSide / longer)
        return RenditionPlan(Imaging.Resize(width: width, height: height, fit: .cover), as: .jpeg())
    }

    /// The document, whose sheets lie beside it.
    package var document: PuzzleDocument {
        PuzzleDocument(plan) { PuzzleFolder.sheetFile($0) }
    }
}
