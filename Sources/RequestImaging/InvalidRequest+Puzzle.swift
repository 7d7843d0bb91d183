import Imaging
import Jigsaw
package import StageContracts

extension InvalidRequest {
    /// The same request with what the header of its source shows beside: everything that is wrong with its puzzle is told
    /// at once, as far as it can be understood and the file be read.
    package func completed(by draft: PuzzleDraft?, of source: [UInt8]) -> InvalidRequest {
        guard let draft, let info = try? ImageInfo(reading: source, toleratingDamage: draft.tolerant) else {
            return self
        }
        return completed(by: draft, of: info.size)
    }

    /// The same request with what the upright size of its source shows beside.
    func completed(by draft: PuzzleDraft, of source: PixelSize) -> InvalidRequest {
        InvalidRequest(
            problems: problems + draft.problems(of: source).filter { !problems.contains($0) }
        )
    }
}

extension ProcessingRequest {
    /// Refuses a puzzle that cannot be cut out of a file, whose header alone is looked at.
    ///
    /// - Throws: Everything that is wrong with it. A file that cannot be read says nothing about the puzzle.
    package func checkPuzzle(of source: [UInt8]) throws(InvalidRequest) {
        guard let info = try? ImageInfo(reading: source, toleratingDamage: tolerant) else { return }
        do throws(ImageFailure) {
            try checkPuzzle(for: try editedSize(of: info.size), seededBy: requestId?.text ?? "")
        } catch {
            if !error.problems.isEmpty { throw InvalidRequest(problems: error.problems) }
        }
    }
}

extension PuzzleDraft {
    /// What is wrong with the puzzle that only its picture shows.
    fileprivate func problems(of source: PixelSize) -> [Problem] {
        guard let size = try? source.edited(by: operations) else { return [] }
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
        case .piecesTooSmall, .piecesTooLarge: (problem.member == .width ? columns : rows) != nil
        case .belowOne, .tooManyPieces, .unknownStyle: false
        }
    }
}
