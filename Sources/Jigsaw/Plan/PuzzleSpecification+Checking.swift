package import Imaging

extension PuzzleSpecification {
    /// How the picture is made of its source: with one side given, or none, just as a rendition of that side.
    var resize: Resize {
        switch (width, height) {
        case (let width?, let height?): Resize(width: width, height: height, fit: .cover)
        default: Resize(width: width, height: height)
        }
    }

    /// The size of the picture that is cut out of a source: the source's own, or its shape at the width or height given.
    ///
    /// One that is larger than the source, which is refused, is what it would be.
    package func pictureSize(of source: PixelSize) -> PixelSize {
        let sides = [(width, source.width), (height, source.height)]
        if sides.allSatisfy({ $0.0.map((1...$0.1).contains) ?? true }),
            let size = try? resize.size(of: source)
        {
            return size
        }
        func follow(_ side: Int?, _ own: Int, _ other: Int) -> Int {
            guard let side, side > 0 else { return own }
            let (product, overflow) = side.multipliedReportingOverflow(by: own)
            return overflow ? .max : max(1, (product + other / 2) / max(1, other))
        }
        return PixelSize(
            width: width ?? follow(height, source.width, source.height),
            height: height ?? follow(width, source.height, source.width)
        )
    }

    /// Refuses a puzzle that cannot be cut out of a source of that size.
    package func check(for source: PixelSize) throws(InvalidPuzzle) {
        let problems = problems(for: source)
        guard problems.isEmpty else { throw InvalidPuzzle(problems: problems) }
    }

    /// Everything that keeps the puzzle from being cut out of a source of that size; no pixel is looked at for it.
    package func problems(for source: PixelSize) -> [PuzzleProblem] {
        let size = pictureSize(of: source)
        let problems = gridProblems + sizeProblems(size, source) + pieceProblems(size) + styleProblems
        return problems.isEmpty ? sheetProblems(size) : problems
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
            if side / count > PuzzleLimits.sheetSide { problems.append(tooLarge(member)) }
        }
        return problems
    }

    /// Pieces of a puzzle that is right otherwise which no sheet can hold with their tabs.
    private func sheetProblems(_ size: PixelSize) -> [PuzzleProblem] {
        // No tab is longer than a quarter of the shorter side (`TabMeasures`): few puzzles have to be drawn for this.
        let sides = (size.width / columns, size.height / rows)
        guard max(sides.0, sides.1) + min(sides.0, sides.1) / 2 + 4 > PuzzleLimits.sheetSide else {
            return []
        }
        let style = PuzzleStyle(rawValue: style) ?? .classic
        let boxes = PuzzleCut(size, rows: rows, columns: columns, seed: seed, style: style).boxes
        let isTooLarge = (
            boxes.contains { $0.width > PuzzleLimits.sheetSide },
            boxes.contains { $0.height > PuzzleLimits.sheetSide }
        )
        return (isTooLarge.0 ? [tooLarge(.width)] : []) + (isTooLarge.1 ? [tooLarge(.height)] : [])
    }

    /// Pieces larger than a sheet: a matter of the side where the caller gave one, else of the grid.
    private func tooLarge(_ side: PuzzleProblem.Member) -> PuzzleProblem {
        let isGiven = (side == .width ? width : height) != nil
        return PuzzleProblem(
            .piecesTooLarge,
            isGiven ? side : side == .width ? .columns : .rows,
            "leaves pieces larger than a sheet's \(PuzzleLimits.sheetSide) pixels"
        )
    }

    private var styleProblems: [PuzzleProblem] {
        guard PuzzleStyle(rawValue: style) == nil else { return [] }
        let names = PuzzleStyle.allCases.map(\.rawValue).joined(separator: ", ")
        return [PuzzleProblem(.unknownStyle, .style, "must be one of \(names)")]
    }
}
