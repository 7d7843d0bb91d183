/// A Gaussian blur whose cost and memory are bounded, however wide it is.
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
        while let last = levels.last, last.columns.canBeHalved || last.rows.canBeHalved {
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

    /// Steps for all pixels: the last filter takes longer the further it reaches, up to where the picture can be halved
    /// once more.
    static func work(on size: PixelSize, sigma: Double) -> Int {
        let levels = levels(of: size, sigma: sigma)
        let last = levels[levels.count - 1]
        let weights = max(last.columns.reachedCount(sigma: sigma), last.rows.reachedCount(sigma: sigma))
        let halving = levels.count > 1 ? PixelWork.blurHalving : 0
        return size.pixelCount * (PixelWork.blur + halving + weights * PixelWork.blurWeight)
    }

    /// What blurs rows of `input` and gives them to `next`.
    static func consumer(of input: RowFormat, sigma: Double, next: any RowConsumer) -> any RowConsumer {
        consumer(of: input, sigma: sigma) { Resampler.secondPass($0, input.layout, next: next) }
    }

    /// What blurs rows of `input` and gives them to `next` before they are rounded, weighed by alpha where there is any.
    static func consumer(
        of input: RowFormat,
        sigma: Double,
        unrounded next: any SampleConsumer
    ) -> any RowConsumer {
        consumer(of: input, sigma: sigma) { NeighbourPass($0, input.layout, next: next) }
    }

    /// The levels one after the other, with fractional bits between them; `makeLastPass` makes what weighs neighbours in
    /// rows of the last one.
    private static func consumer(
        of input: RowFormat,
        sigma: Double,
        _ makeLastPass: (FilterBank) -> any SampleConsumer
    ) -> any RowConsumer {
        let layout = input.layout
        let levels = levels(of: input.size, sigma: sigma)
        let windows = windows(of: input.size, sigma: sigma)
        // Weights of a Gaussian never overshoot.
        let maximum = PixelKernels.maximumSample
        func columnBank(_ index: Int) -> FilterBank {
            FilterBank(windows[index].columns, inputCount: levels[index].columns.count, maximumInput: maximum)
        }
        func rowBank(_ index: Int, maximumInput: Int) -> FilterBank {
            FilterBank(windows[index].rows, inputCount: levels[index].rows.count, maximumInput: maximumInput)
        }
        var next = makeLastPass(columnBank(levels.count - 1))
        for index in levels.indices.dropFirst().reversed() {
            let count = layout.channelCount * levels[index].columns.count
            let columns = ColumnPass<Int16>(
                rowBank(index, maximumInput: maximum),
                sampleCount: count,
                next: next
            )
            next = NeighbourPass(columnBank(index - 1), layout, next: columns)
        }
        return Resampler(
            input,
            rowBank: rowBank(0, maximumInput: Resampler.maximumInput(layout)),
            next: next
        )
    }
}
