/// Changes the size of a stream of rows by a separable filter.
///
/// Holds as many input rows as the filter is high: each output row is first weighed from them column by column, then
/// from neighbour to neighbour.
final class Resampler: RowConsumer {
    private let input: RowFormat
    private let rowBank: FilterBank
    private let columnBank: FilterBank
    private let next: any RowConsumer

    /// The last `rowBank.tapCount` rows; bytes of opaque pictures, weighted samples of the others.
    private var byteRing: [UInt8]
    private var sampleRing: [Int16]
    /// A row between the passes, and one sample more for vectors that read past the end.
    private var between: [Int16]
    private var output: [UInt8]
    private var inputRowCount = 0
    private var outputRowCount = 0

    /// The shape of the rows that go out.
    let format: RowFormat

    /// A resampler that gives its rows to `next`.
    init(
        _ input: RowFormat,
        columns: ResampleAxis,
        rows: ResampleAxis,
        _ filter: ResampleFilter,
        next: any RowConsumer
    ) {
        self.input = input
        self.next = next
        format = RowFormat(
            size: PixelSize(width: columns.outputCount, height: rows.outputCount),
            layout: input.layout
        )
        let sample = ResampleKernels.maximumSample
        rowBank = FilterBank(rows, filter, maximumInput: input.layout.hasAlpha ? sample : 255)
        // The first pass may overshoot by a third.
        columnBank = FilterBank(columns, filter, maximumInput: sample * 4 / 3)
        let ringCount = rowBank.tapCount * input.rowByteCount
        byteRing = [UInt8](repeating: 0, count: input.layout.hasAlpha ? 0 : ringCount)
        sampleRing = [Int16](repeating: 0, count: input.layout.hasAlpha ? ringCount : 0)
        between = [Int16](repeating: 0, count: input.rowByteCount + 1)
        output = [UInt8](repeating: 0, count: format.rowByteCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        store(row)
        inputRowCount += 1
        while outputRowCount < format.size.height,
            rowBank.starts[outputRowCount] + rowBank.tapCount <= inputRowCount
        {
            weighColumns()
            weighNeighbours()
            outputRowCount += 1
            let row = output
            try next.consume(row.span)
        }
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func store(_ row: Span<UInt8>) {
        let slot = inputRowCount % rowBank.tapCount * input.rowByteCount
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            if input.layout.hasAlpha {
                sampleRing.withUnsafeMutableBufferPointer { ring in
                    guard let base = ring.baseAddress else { return }
                    Premultiplication.apply(bytes, into: base + slot, count: source.count)
                }
            } else {
                byteRing.withUnsafeMutableBufferPointer { ring in
                    ring.baseAddress.map { ($0 + slot).update(from: bytes, count: source.count) }
                }
            }
        }
    }

    private func weighColumns() {
        let tapCount = rowBank.tapCount
        let start = rowBank.starts[outputRowCount]
        rowBank.coefficients.withUnsafeBufferPointer { coefficients in
            between.withUnsafeMutableBufferPointer { between in
                guard let base = coefficients.baseAddress, let target = between.baseAddress else { return }
                let weights = base + outputRowCount * tapCount
                withRows(from: start, of: byteRing) { rows in
                    ResampleKernels.weighRows(
                        rows,
                        weights,
                        tapCount,
                        precision: rowBank.precision,
                        into: target,
                        count: input.rowByteCount
                    )
                }
                withRows(from: start, of: sampleRing) { rows in
                    ResampleKernels.weighRows(
                        rows,
                        weights,
                        tapCount,
                        precision: rowBank.precision,
                        into: target,
                        count: input.rowByteCount
                    )
                }
            }
        }
    }

    /// Calls `body` with the addresses of the rows from `start` on, unless the ring is not the one in use.
    private func withRows<Sample>(
        from start: Int,
        of ring: [Sample],
        _ body: (UnsafePointer<UnsafePointer<Sample>>) -> Void
    ) {
        let tapCount = rowBank.tapCount
        ring.withUnsafeBufferPointer { ring in
            guard let base = ring.baseAddress, !ring.isEmpty else { return }
            withUnsafeTemporaryAllocation(of: UnsafePointer<Sample>.self, capacity: tapCount) { rows in
                for tap in 0..<tapCount {
                    rows.initializeElement(at: tap, to: base + (start + tap) % tapCount * input.rowByteCount)
                }
                rows.baseAddress.map { body(UnsafePointer($0)) }
            }
        }
    }

    private func weighNeighbours() {
        let bank = columnBank
        bank.starts.withUnsafeBufferPointer { starts in
            bank.coefficients.withUnsafeBufferPointer { coefficients in
                between.withUnsafeBufferPointer { between in
                    output.withUnsafeMutableBufferPointer { output in
                        guard let starts = starts.baseAddress, let weights = coefficients.baseAddress,
                            let row = between.baseAddress, let target = output.baseAddress
                        else { return }
                        let shift =
                            bank.precision + (input.layout.hasAlpha ? 0 : ResampleKernels.fractionBits)
                        let kernel = ResampleKernels.Weights(
                            starts: starts,
                            weights: weights,
                            tapCount: bank.tapCount,
                            count: format.size.width,
                            shift: shift
                        )
                        switch input.layout {
                        case .gray: ResampleKernels.weighGray(row, kernel, into: target)
                        case .rgb: ResampleKernels.weighRGB(row, kernel, into: target)
                        case .rgba: ResampleKernels.weighRGBA(row, kernel, into: target)
                        }
                    }
                }
            }
        }
    }
}
