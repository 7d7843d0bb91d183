/// Changes the size of a stream of rows by a separable filter.
///
/// Each output row is first weighed column by column (`ColumnPass`), then from neighbour to neighbour; between the passes
/// samples have fractional bits. Either the second pass rounds, or what comes after it.
package final class Resampler: RowConsumer {
    /// The first pass, by what it takes: bytes of opaque pictures, colours weighed by alpha, light, or means of light.
    private enum FirstPass {
        case bytes(ColumnPass<UInt8>)
        case weighted(ColumnPass<Int16>)
        case light(ColumnPass<Int16>, LinearLight)
        case means(LightHalver)
    }

    private let width: Int
    private let layout: PixelLayout
    private let kernels: PixelKernels
    private let pass: FirstPass

    /// The first pass alone: `next` takes its rows, less `bias` of each channel (in fractions of the kernels).
    ///
    /// Both banks are of means of 2 × 2 pixels where `halves` says so; they must be of light.
    init(
        _ input: RowFormat,
        rowBank: FilterBank,
        kernels: PixelKernels = .best,
        bias: SIMD4<Int16> = SIMD4(),
        light: LinearLight? = nil,
        halves: Bool = false,
        next: any SampleConsumer
    ) {
        (width, layout, self.kernels) = (input.size.width, input.layout, kernels)
        let channels = input.layout.channelCount
        let count = channels * (halves ? (width + 1) / 2 : width)
        let bias = bias == SIMD4() ? [] : (0..<count).map { bias[$0 % channels] }
        func pass<Sample: WeighedSample>() -> ColumnPass<Sample> {
            ColumnPass(rowBank, sampleCount: count, kernels: kernels, bias: bias, next: next)
        }
        if let light {
            self.pass =
                halves
                ? .means(LightHalver(light, layout, sampleCount: count, next: pass())) : .light(pass(), light)
        } else {
            self.pass = input.layout.hasAlpha ? .weighted(pass()) : .bytes(pass())
        }
    }

    package func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try row.withUnsafeBufferPointer { row throws(ImagingError) in
            guard let bytes = row.baseAddress else { return }
            switch pass {
            case .bytes(let pass): try pass.take { $0.update(from: bytes, count: row.count) }
            case .weighted(let pass):
                try pass.take { kernels.premultiply(bytes, into: $0, pixelCount: width) }
            case .light(let pass, let light): try pass.take { light.decode(row, layout, into: $0) }
            case .means(let halver): try halver.consume(row)
            }
        }
    }

    package func finish() throws(ImagingError) {
        switch pass {
        case .bytes(let pass): try pass.finish()
        case .weighted(let pass), .light(let pass, _): try pass.finish()
        case .means(let halver): try halver.finish()
        }
    }
}

extension Resampler {
    /// The largest sample that the first pass takes.
    static func maximumInput(_ layout: PixelLayout, _ light: LinearLight? = nil) -> Int {
        layout.hasAlpha || light != nil ? PixelKernels.maximumSample : 255
    }

    /// The largest sample between the passes: Lanczos' weights overshoot next to an edge, the more where they sharpen means.
    static let maximumInputBetween = PixelKernels.maximumSample * 29 / 20

    /// A resampler that gives its rows, less `bias` of each channel (in fractions of the kernels), to `next`.
    convenience init(
        _ input: RowFormat,
        columns: ResampleAxis,
        rows: ResampleAxis,
        _ filter: ResampleFilter,
        kernels: PixelKernels = .best,
        banks: FilterBanks = FilterBanks(),
        bias: SIMD4<Int16> = SIMD4(),
        light: LinearLight? = nil,
        next: any RowConsumer
    ) {
        let means = light == nil ? nil : Self.ofMeans(input, columns, rows)
        let (columns, rows) = means ?? (columns, rows)
        let columnBank = banks.bank(columns, filter, maximumInput: Self.maximumInputBetween)
        self.init(
            input,
            rowBank: banks.bank(rows, filter, maximumInput: Self.maximumInput(input.layout, light)),
            kernels: kernels,
            bias: bias,
            light: light,
            halves: means != nil,
            next: Self.secondPass(columnBank, input.layout, kernels: kernels, light: light, next: next)
        )
    }

    /// The axes of means of 2 × 2 pixels, which are as good as all pixels where enough of them are left.
    ///
    /// Small pictures have pixels as sharp as can be, as with the decoders' means (`DecodeScale`).
    private static func ofMeans(
        _ input: RowFormat,
        _ columns: ResampleAxis,
        _ rows: ResampleAxis
    ) -> (columns: ResampleAxis, rows: ResampleAxis)? {
        let isSmall = input.size.pixelCount <= DecodeScale.smallPixelCount
        guard !isSmall, !input.layout.hasAlpha, let across = columns.ofMeans, let down = rows.ofMeans else {
            return nil
        }
        return (across, down)
    }

    /// The second pass and what rounds its samples to bytes.
    static func secondPass(
        _ bank: FilterBank,
        _ layout: PixelLayout,
        kernels: PixelKernels = .best,
        light: LinearLight? = nil,
        next: any RowConsumer
    ) -> any SampleConsumer {
        guard light != nil || layout.hasAlpha else {
            return RoundingNeighbourPass(bank, layout, kernels: kernels, next: next)
        }
        let width = bank.starts.count
        let rounding: any SampleConsumer =
            if let light {
                LightRounding(light, layout, width: width, next: next)
            } else {
                AlphaRounding(width: width, kernels: kernels, next: next)
            }
        return NeighbourPass(bank, layout, kernels: kernels, next: rounding)
    }

    /// A resampler of whole pictures to `size`.
    package convenience init(
        _ input: RowFormat,
        to size: PixelSize,
        _ filter: ResampleFilter,
        next: any RowConsumer
    ) {
        func axis(_ input: Int, _ output: Int) -> ResampleAxis {
            ResampleAxis(inputCount: input, origin: 0, length: Double(input), outputCount: output)
        }
        let columns = axis(input.size.width, size.width)
        self.init(input, columns: columns, rows: axis(input.size.height, size.height), filter, next: next)
    }
}
