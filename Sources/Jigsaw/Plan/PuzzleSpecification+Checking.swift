package import Imaging

extension PuzzleSpecification {
    /// The size of the picture that is cut out of a source: the source's own, or its shape at the width or height given.
    package func pictureSize(of source: PixelSize) -> PixelSize {
        func follow(_ side: Int, _ own: Int, _ other: Int) -> Int {
            guard side > 0 else { return own }
            let (product, overflow) = side.multipliedReportingOverflow(by: own)
            return overflow ? .max : max(1, (product + other / 2) / max(1, other))
        }
        switch (width, height) {
        case (nil, nil): return source
        case (let width?, nil):
            return PixelSize(width: width, height: follow(width, source.height, source.width))
        case (nil, let height?):
            return PixelSize(width: follow(height, source.width, source.height), height: height)
        case (let width?, let height?): return PixelSize(width: width, height: height)
        }
    }

    /// Refuses a puzzle that cannot be cut out of a source of that size.
    package func check(for source: PixelSize) throws(InvalidPuzzle) {
        let problems = problems(for: source)
        guard problems.isEmpty else { throw InvalidPuzzle(problems: problems) }
    }

    /// Everything that keeps the puzzle from being cut out of a source of that size; nothing is allocated for it.
    package func problems(for source: PixelSize) -> [PuzzleProblem] {
        let size = pictureSize(of: source)
        return gridProblems + sizeProblems(size, source) + pieceProblems(size) + styleProblems
    }

    private var gridProblems: [PuzzleProblem] {
        var problems: [PuzzleProblem] = []
        if rows < 1 { problems.append(PuzzleProblem(.belowOne, .rows, "must be at least 1")) }
        if columns < 1 { problems.append(PuzzleProblem(.belowOne, .columns, "must be at least 1")) }
        let (count, overflow) = max(rows, 1).multipliedReportingOverflow(by: max(columns, 1))
        if overflow || count > PuzzleLimits.pieceCount {
            let text = "times columns must be at most \(PuzzleLimits.pieceCount) pieces"
            problems.append(PuzzleProblem(.tooManyPieces, .rows, text))
        }
        return problems
    }

    private func sizeProblems(_ size: PixelSize, _ source: PixelSize) -> [PuzzleProblem] {
        var problems: [PuzzleProblem] = []
        for (member, side, own) in [
            (PuzzleProblem.Member.width, size.width, source.width), (.height, size.height, source.height),
        ] {
            if side < 1 { problems.append(PuzzleProblem(.belowOne, member, "must be at least 1")) }
            if side > own {
                let text = "of \(side) pixels is more than the source's \(own)"
                problems.append(PuzzleProblem(.largerThanSource, member, text))
            }
        }
        if size.width > 0, size.height > 0, size.pixelCount > PuzzleLimits.pixelCount {
            let text = "times height must be at most \(PuzzleLimits.pixelCount) pixels"
            problems.append(PuzzleProblem(.tooManyPixels, .width, text))
        }
        return problems
    }

    private func pieceProblems(_ size: PixelSize) -> [PuzzleProblem] {
        var problems: [PuzzleProblem] = []
        for (member, side, count) in [
            (PuzzleProblem.Member.width, size.width, columns), (.height, size.height, rows),
        ] where side > 0 && count > 0 {
            if side / count < PuzzleLimits.pieceSide {
                let text = "leaves pieces smaller than \(PuzzleLimits.pieceSide) pixels"
                problems.append(PuzzleProblem(.piecesTooSmall, member, text))
            }
            // Both tabs of a piece and the pixels that its sides share are part of its rectangle.
            if side / count + (count > 1 ? side / count / 2 + 2 : 0) > PuzzleLimits.sheetSide {
                let text = "leaves pieces larger than a sheet's \(PuzzleLimits.sheetSide) pixels"
                problems.append(PuzzleProblem(.piecesTooLarge, member, text))
            }
        }
        return problems
    }

    private var styleProblems: [PuzzleProblem] {
        guard PuzzleStyle(rawValue: style) == nil else { return [] }
        let names = PuzzleStyle.allCases.map(\.rawValue).joined(separator: ", ")
        return [PuzzleProblem(.unknownStyle, .style, "must be one of \(names)")]
    }
}
