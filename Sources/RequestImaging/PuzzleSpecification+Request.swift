package import Imaging
package import Jigsaw
package import StageContracts

extension PuzzleSpecification {
    /// What a request asks of a puzzle; without a seed of its own, the request's id decides the cut.
    package init(_ puzzle: Puzzle, seededBy requestID: String) {
        self.init(
            rows: puzzle.rows,
            columns: puzzle.columns,
            width: puzzle.width,
            height: puzzle.height,
            seed: puzzle.seed ?? Self.seed(of: requestID),
            style: puzzle.style.rawValue
        )
    }

    /// The upper 53 bits of the id's FNV-1a hash: what JSON readers keep exactly.
    private static func seed(of requestID: String) -> Int {
        let hash = requestID.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return Int(hash >> 11)
    }
}

extension ProcessingRequest {
    /// Refuses a puzzle that cannot be cut out of `source`, a file, before anything is made of it.
    ///
    /// The header says how large the picture is. After a trim only its pixels do: they are decoded for it. Where a
    /// watermark comes before the trim, the puzzle is checked when it is planned, by those who have logos and fonts.
    ///
    /// - Throws: A failure with everything that is wrong with the puzzle, or that of a picture that cannot be looked at.
    package func checkPuzzle(
        of source: [UInt8],
        limits: ImageLimits,
        seededBy requestID: String
    ) throws(ImageFailure) {
        guard let puzzle else { return }
        let picture = EditedPicture(source, toleratesDamage: tolerant, limits: limits)
        guard let size = try picture.size(after: operations) else { return }
        do {
            try PuzzleSpecification(puzzle, seededBy: requestID).check(for: size)
        } catch {
            throw ImageFailure(error)
        }
    }
}
