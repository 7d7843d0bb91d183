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

    /// What blurs rows of `input` and gives them to `next`.
    static func consumer(of input: RowFormat, sigma: Double, next: any RowConsumer) -> any RowConsumer {
        var columns = [BlurAxis(count: input.size.width)]
        var rows = [BlurAxis(count: input.size.height)]
        while let column = columns.last?.halved(halvingSigma), let row = rows.last?.halved(halvingSigma),
            columns[columns.count - 1].count > 1 || rows[rows.count - 1].count > 1,
            max(column.leastSigma(leastFinalSigma), row.leastSigma(leastFinalSigma)) <= sigma
        {
            columns.append(column)
            rows.append(row)
        }
        let last = columns.count - 1
        var consumer: any RowConsumer = Resampler(
            RowFormat(
                size: PixelSize(width: columns[last].count, height: rows[last].count),
                layout: input.layout
            ),
            columns: columns[last].windows(to: columns[0], sigma: sigma),
            rows: rows[last].windows(to: rows[0], sigma: sigma),
            next: next
        )
        for level in stride(from: last - 1, through: 0, by: -1) {
            let size = PixelSize(width: columns[level].count, height: rows[level].count)
            consumer = Resampler(
                RowFormat(size: size, layout: input.layout),
                columns: columns[level].windows(halving: halvingSigma),
                rows: rows[level].windows(halving: halvingSigma),
                next: consumer
            )
        }
        return consumer
    }
}
