/// Changes the colours of each pixel by itself.
///
/// Between passes levels have four more bits, so that only the last one rounds to levels.
final class AdjustmentStage: RowConsumer {
    private let input: RowFormat
    private let output: PixelLayout
    private let passes: [ColorPass]
    /// What becomes of each byte where there is only one curve.
    private let bytes: [UInt8]?
    private let next: any RowConsumer
    private let levels: SampleBuffer<UInt16>
    private let row: SampleBuffer<UInt8>

    /// A stage that gives rows, of one channel if all is grey then, to `next`.
    init(_ input: RowFormat, _ passes: [ColorPass], isGrayAfter: Bool, next: any RowConsumer) {
        self.input = input
        self.passes = passes
        self.next = next
        output = isGrayAfter ? .gray : input.layout
        if passes.count == 1, case .curve(let curve) = passes[0], output == input.layout {
            bytes = curve.bytes
        } else {
            bytes = nil
        }
        levels = SampleBuffer(count: bytes == nil ? input.rowByteCount : 0)
        row = SampleBuffer(count: input.size.width * output.channelCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { source in
            if let bytes {
                replace(source, by: bytes)
            } else {
                widen(source)
                for pass in passes {
                    apply(pass)
                }
                narrow(source)
            }
        }
        try next.consume(self.row.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func replace(_ source: UnsafeBufferPointer<UInt8>, by bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            for index in source.indices {
                row.base[index] = bytes[Int(source[index])]
            }
        }
        keepAlpha(source)
    }

    private func widen(_ source: UnsafeBufferPointer<UInt8>) {
        for index in source.indices {
            levels.base[index] = UInt16(source[index]) &<< UInt16(ToneCurve.fractionBits)
        }
    }

    private func apply(_ pass: ColorPass) {
        switch (pass, input.layout) {
        case (.curve(let curve), _): apply(curve)
        case (.matrix(let matrix), .gray): apply(matrix, stride: 1)
        case (.matrix(let matrix), .rgb): apply(matrix, stride: 3)
        case (.matrix(let matrix), .rgba): apply(matrix, stride: 4)
        }
    }

    private func apply(_ curve: ToneCurve) {
        curve.levels.withUnsafeBufferPointer { values in
            for index in 0..<levels.count {
                levels.base[index] = values[Int(levels.base[index])]
            }
        }
    }

    @inline(__always)
    private func apply(_ matrix: ColorMatrix, stride: Int) {
        let (red, green, blue) = (matrix.rows[0], matrix.rows[1], matrix.rows[2])
        for index in Swift.stride(from: 0, to: levels.count, by: stride) {
            let pixel = levels.base + index
            let first = Int32(pixel[0])
            guard stride > 1 else {
                // The channels are equal, and so are their sums.
                pixel[0] = Self.weighed(red, first, first, first)
                continue
            }
            let (second, third) = (Int32(pixel[1]), Int32(pixel[2]))
            pixel[0] = Self.weighed(red, first, second, third)
            pixel[1] = Self.weighed(green, first, second, third)
            pixel[2] = Self.weighed(blue, first, second, third)
        }
    }

    @inline(__always)
    private static func weighed(_ row: SIMD4<Int32>, _ red: Int32, _ green: Int32, _ blue: Int32) -> UInt16 {
        let half = Int32(1) << (Int32(ColorMatrix.precision) - 1)
        let products = row.x &* red &+ row.y &* green &+ row.z &* blue
        let sum = (products &+ row.w &+ half) >> Int32(ColorMatrix.precision)
        return UInt16(truncatingIfNeeded: min(max(0, sum), Int32(ToneCurve.maximum)))
    }

    private func narrow(_ source: UnsafeBufferPointer<UInt8>) {
        let step = levels.count / row.count
        for index in 0..<row.count {
            row.base[index] = ToneCurve.byte(levels.base[index * step])
        }
        keepAlpha(source)
    }

    private func keepAlpha(_ source: UnsafeBufferPointer<UInt8>) {
        guard input.layout.hasAlpha else { return }
        for index in stride(from: 3, to: source.count, by: 4) {
            row.base[index] = source[index]
        }
    }
}
