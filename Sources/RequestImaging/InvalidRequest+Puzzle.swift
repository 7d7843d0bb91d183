package import Imaging
import Jigsaw
package import StageContracts

extension InvalidRequest {
    /// The same request with what its source shows beside: everything that is wrong with its puzzle is told at once, as
    /// far as it can be understood and the file be read within `limits`.
    package func completed(
        by draft: PuzzleDraft?,
        of source: [UInt8],
        limits: ImageLimits
    ) -> InvalidRequest {
        guard let draft else { return self }
        let picture = EditedPicture(source, toleratesDamage: draft.tolerant, limits: limits)
        guard let size = try? picture.size(after: draft.operations) else { return self }
        return InvalidRequest(problems: problems + draft.problems(of: size).filter { !problems.contains($0) })
    }
}

extension ProcessingRequest {
    /// Refuses a puzzle that cannot be cut out of a file.
    ///
    /// - Throws: Everything that is wrong with it. A file that cannot be read says nothing about the puzzle.
    package func checkPuzzle(of source: [UInt8], limits: ImageLimits) throws(InvalidRequest) {
        do throws(ImageFailure) {
            try checkPuzzle(of: source, limits: limits, seededBy: requestId?.text ?? "")
        } catch {
            if !error.problems.isEmpty { throw InvalidRequest(problems: error.problems) }
        }
    }
}

extension PuzzleDraft {
    /// What is wrong with the puzzle that only its edited picture, of `size`, shows.
    fileprivate func problems(of size: PixelSize) -> [Problem] {
        let specification = PuzzleSpecification(
            rows: rows ?? 1,
            columns: columns ?? 1,
            width: width,
            height: height
        )
        return specification.problems(for: size).filter(isNew).map(Problem.init)
    }

    /// Whether the contract does not tell the problem by itself, and it is no mere consequence of one that it tells.
    private func isNew(_ problem: PuzzleProblem) -> Bool {
        switch problem.code {
        case .largerThanSource, .tooManyPixels: true
        case .piecesTooSmall, .piecesTooLarge:
            ([.width, .columns].contains(problem.member) ? columns : rows) != nil
        case .belowOne, .tooManyPieces, .unknownStyle: false
        }
    }
}
