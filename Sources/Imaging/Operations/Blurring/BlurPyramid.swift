/// A Gaussian blur whose cost and memory do not grow with its width.
///
/// A wide Gaussian is narrow Gaussians one after the other, their variances added up; after each of them the picture
/// has no detail left that half as many pixels could not hold. So the picture is halved as often as the blur allows,
/// and what is left of the blur is done while it is brought back to its size. As the picture is mirrored at its edges,
/// and the pixels of each level cover it exactly, the levels are mirrored too and nothing is lost at the edges either.
enum BlurPyramid {
    /// The standard deviation of each halving, in pixels of the result: what would alias there falls below 1/10,000.
    private static let halvingSigma = 0.7
    /// The least standard deviation of the last filter, in pixels of the smallest level: the pixels do not show.
    private static let leastFinalSigma = 1.5
    /// Rows of the full width that all levels hold at once, at most.
    static let heldRowCount = 64

    /// The sizes that a picture goes through, from its own to the smallest, and what has been done to each.
    static func levels(of size: PixelSize, sigma: Double) -> [(columns: BlurAxis, rows: BlurAxis)] {
        var levels = [(columns: BlurAxis(count: size.width), rows: BlurAxis(count: size.height))]
        while let last = levels.last, last.columns.count > 1 || last.rows.count > 1 {
            let (columns, rows) = (last.columns.halved(halvingSigma), last.rows.halved(halvingSigma))
            guard max(columns.leastSigma(leastFinalSigma), rows.leastSigma(leastFinalSigma)) <= sigma else {
                break
            }
            levels.append((columns, rows))
        }
        return levels
    }

    /// The weights between the levels: down to the smallest, then back to the first at once.
    static func windows(
        of size: PixelSize,
        sigma: Double
    ) -> [(columns: FilterWindows, rows: FilterWindows)] {
        let levels = levels(of: size, sigma: sigma)
        let (first, last) = (levels[0], levels[levels.count - 1])
        let down = levels.dropLast().map { level in
            (level.columns.windows(halving: halvingSigma), level.rows.windows(halving: halvingSigma))
        }
        return down + [
            (
                last.columns.windows(to: first.columns, sigma: sigma),
                last.rows.windows(to: first.rows, sigma: sigma)
            )
        ]
    }

    /// What blurs rows of `input` and gives them to `next`.
    static func consumer(of input: RowFormat, sigma: Double, next: any RowConsumer) -> any RowConsumer {
        let sizes = levels(of: input.size, sigma: sigma).map { level in
            PixelSize(width: level.columns.count, height: level.rows.count)
        }
        return zip(sizes, windows(of: input.size, sigma: sigma)).reversed().reduce(next) { next, level in
            let (size, windows) = level
            return Resampler(
                RowFormat(size: size, layout: input.layout),
                columns: windows.columns,
                rows: windows.rows,
                next: next
            )
        }
    }
}
