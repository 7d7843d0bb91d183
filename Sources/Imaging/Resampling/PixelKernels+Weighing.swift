import CPixels

extension PixelKernels {
    /// Weighs rows sample by sample into samples of `fractionBits`, from weights of `precision` bits.
    func weigh<Sample: WeighedSample>(
        _ rows: UnsafePointer<UnsafePointer<Sample>?>,
        _ weights: UnsafePointer<Int16>,
        _ tapCount: Int,
        precision: Int,
        into output: UnsafeMutablePointer<Int16>,
        count: Int
    ) {
        Sample.weigh(
            functions,
            rows,
            weights,
            CInt(tapCount),
            shift(of: Sample.self, precision),
            output,
            count
        )
    }

    /// Weighs rows into two, as `weigh` would first these and then those from `lag` on.
    func weighTwice<Sample: WeighedSample>(
        _ rows: UnsafePointer<UnsafePointer<Sample>?>,
        _ weights: (UnsafePointer<Int16>, UnsafePointer<Int16>),
        lag: Int,
        _ tapCount: Int,
        precision: Int,
        into outputs: (UnsafeMutablePointer<Int16>, UnsafeMutablePointer<Int16>),
        count: Int
    ) {
        let shift = shift(of: Sample.self, precision)
        Sample.weighTwice(functions, rows, weights, lag: CInt(lag), CInt(tapCount), shift, outputs, count)
    }

    private func shift<Sample: WeighedSample>(of sample: Sample.Type, _ precision: Int) -> CInt {
        CInt(precision - (Self.fractionBits - Sample.fractionBits))
    }

    /// Weighs neighbours of one or three interleaved channels into bytes.
    func weighNeighbours(
        _ row: UnsafePointer<Int16>,
        _ bank: FilterBank,
        _ layout: PixelLayout,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        bank.withWeights(shift: bank.precision + Self.fractionBits) { weights in
            if layout == .gray {
                functions.weigh_gray(row, weights, output)
            } else {
                functions.weigh_rgb(row, weights, output)
            }
        }
    }

    /// Weighs neighbours of interleaved channels; fractional bits stay.
    func weighNeighbours(
        _ row: UnsafePointer<Int16>,
        _ bank: FilterBank,
        _ layout: PixelLayout,
        into output: UnsafeMutablePointer<Int16>
    ) {
        bank.withWeights(shift: bank.precision) { weights in
            switch layout {
            case .gray: functions.weigh_gray_samples(row, weights, output)
            case .rgb: functions.weigh_rgb_samples(row, weights, output)
            case .rgba: functions.weigh_rgba(row, weights, output)
            }
        }
    }
}

extension FilterBank {
    /// The bank as the kernels read it.
    fileprivate func withWeights(shift: Int, _ body: (UnsafePointer<cpixels_bank>) -> Void) {
        starts.withUnsafeBufferPointer { starts in
            coefficients.withUnsafeBufferPointer { coefficients in
                var bank = cpixels_bank(
                    starts: starts.baseAddress,
                    weights: coefficients.baseAddress,
                    taps: CInt(tapCount),
                    stride: CInt(stride),
                    count: CInt(starts.count),
                    shift: CInt(shift)
                )
                body(&bank)
            }
        }
    }
}
