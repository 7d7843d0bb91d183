/// Changes the size of a stream of rows by a separable filter.
///
/// Holds as many input rows as the filter is high: each output row is first weighed from them column by column, then
/// from neighbour to neighbour.
package final class Resampler: RowConsumer {
    /// The last rows: bytes of opaque pictures, weighted samples of the others.
    private enum Ring {
        case bytes(RowRing<UInt8>)
        case samples(RowRing<Int16>)
    }

    private let input: RowFormat
    private let rowBank: FilterBank
    private let columnBank: FilterBank
    private let kernels: PixelKernels
    private let next: any RowConsumer
    private let ring: Ring
    /// A row between the passes, and what becomes of it.
    private let between: SampleBuffer<Int16>
    private let weighted: SampleBuffer<Int16>
    private let output: SampleBuffer<UInt8>
    /// The way to light and back; nil where levels are averaged as they are stored.
    private let light: LinearLight?
    /// A row between the passes with four samples for each pixel, where light is averaged.
    private let wide: SampleBuffer<Int16>
    private var inputRowCount = 0
    private var outputRowCount = 0

    /// What is taken off each sample between the passes; empty for nothing.
    private let bias: [Int16]

    /// The shape of the rows that go out.
    package let format: RowFormat

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
        self.init(
            input,
            columnBank: banks.bank(columns, filter, maximumInput: Self.maximumInputBetween),
            rowBank: banks.bank(rows, filter, maximumInput: Self.maximumInput(input.layout, light)),
            kernels: kernels,
            bias: bias,
            light: light,
            next: next
        )
    }

    /// The largest sample that the first pass takes.
    private static func maximumInput(_ layout: PixelLayout, _ light: LinearLight?) -> Int {
        layout.hasAlpha || light != nil ? PixelKernels.maximumSample : 255
    }

    /// How far the first pass may overshoot: Lanczos' weights next to an edge, sharpened where means are reduced.
    private static let maximumInputBetween = PixelKernels.maximumSample * 29 / 20

    private init(
        _ input: RowFormat,
        columnBank: FilterBank,
        rowBank: FilterBank,
        kernels: PixelKernels,
        bias: SIMD4<Int16>,
        light: LinearLight?,
        next: any RowConsumer
    ) {
        self.input = input
        self.light = light
        self.kernels = kernels
        let channels = input.layout.channelCount
        self.bias = bias == SIMD4() ? [] : (0..<input.rowByteCount).map { bias[$0 % channels] }
        self.next = next
        format = RowFormat(
            size: PixelSize(width: columnBank.starts.count, height: rowBank.starts.count),
            layout: input.layout
        )
        self.rowBank = rowBank
        self.columnBank = columnBank
        let takesSamples = input.layout.hasAlpha || light != nil
        let (height, width) = (rowBank.tapCount, input.rowByteCount)
        ring =
            takesSamples
            ? .samples(RowRing(rowCount: height, sampleCount: width))
            : .bytes(RowRing(rowCount: height, sampleCount: width))
        between = SampleBuffer(count: width)
        weighted = SampleBuffer(count: takesSamples ? 4 * format.size.width : 0)
        wide = SampleBuffer(count: light != nil && !input.layout.hasAlpha ? 4 * input.size.width : 0)
        output = SampleBuffer(count: format.rowByteCount)
    }

    package func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer(store)
        inputRowCount += 1
        while outputRowCount < format.size.height,
            Int(rowBank.starts[outputRowCount]) + rowBank.tapCount <= inputRowCount
        {
            weighColumns()
            removeBias()
            weighNeighbours()
            outputRowCount += 1
            try next.consume(output.samples.span)
        }
    }

    package func finish() throws(ImagingError) {
        try next.finish()
    }

    private func store(_ row: UnsafeBufferPointer<UInt8>) {
        guard let bytes = row.baseAddress else { return }
        switch ring {
        case .bytes(let ring): ring.slot(for: inputRowCount).update(from: bytes, count: row.count)
        case .samples(let ring):
            let slot = ring.slot(for: inputRowCount)
            if let light { return light.decode(row, input.layout, into: slot) }
            kernels.premultiply(bytes, into: slot, pixelCount: input.size.width)
        }
    }

    private func weighColumns() {
        let start = Int(rowBank.starts[outputRowCount])
        let (tapCount, precision, count) = (rowBank.tapCount, rowBank.precision, input.rowByteCount)
        rowBank.coefficients.withUnsafeBufferPointer { coefficients in
            guard let base = coefficients.baseAddress else { return }
            let weights = base + outputRowCount * rowBank.stride
            switch ring {
            case .bytes(let ring):
                let rows = ring.rows(from: start)
                kernels.weigh(rows, weights, tapCount, precision: precision, into: between.base, count: count)
            case .samples(let ring):
                let rows = ring.rows(from: start)
                kernels.weigh(rows, weights, tapCount, precision: precision, into: between.base, count: count)
            }
        }
    }

    private func removeBias() {
        bias.withUnsafeBufferPointer { bias in
            for index in bias.indices {
                between.base[index] &-= bias[index]
            }
        }
    }

    private func weighNeighbours() {
        if let light { return weighLight(light) }
        guard input.layout.hasAlpha else {
            return kernels.weighNeighbours(between.base, columnBank, input.layout, into: output.base)
        }
        kernels.weighNeighbours(between.base, columnBank, into: weighted.base)
        kernels.unpremultiply(weighted.base, into: output.base, pixelCount: format.size.width)
    }
}

extension Resampler {
    private func weighLight(_ light: LinearLight) {
        let (channels, count) = (input.layout.channelCount, format.size.width)
        guard channels < 4 else {
            kernels.weighNeighbours(between.base, columnBank, into: weighted.base)
            return light.encodeWeighted(weighted.base, into: output.base, pixelCount: count)
        }
        for pixel in 0..<input.size.width {
            for channel in 0..<channels {
                wide.base[4 * pixel + channel] = between.base[channels * pixel + channel]
            }
        }
        kernels.weighNeighbours(wide.base, columnBank, into: weighted.base)
        light.encode(weighted.base, channels, into: output.base, pixelCount: count)
    }
}

extension Resampler {
    /// A resampler by weights of any kind.
    convenience init(
        _ input: RowFormat,
        columns: FilterWindows,
        rows: FilterWindows,
        next: any RowConsumer
    ) {
        let (width, height) = (input.size.width, input.size.height)
        self.init(
            input,
            columnBank: FilterBank(columns, inputCount: width, maximumInput: Self.maximumInputBetween),
            rowBank: FilterBank(rows, inputCount: height, maximumInput: Self.maximumInput(input.layout, nil)),
            kernels: .best,
            bias: SIMD4(),
            light: nil,
            next: next
        )
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
