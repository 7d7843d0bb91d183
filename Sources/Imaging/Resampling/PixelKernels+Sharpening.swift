import CPixels

extension PixelKernels {
    /// An unsharp mask in the fixed point of the kernels.
    struct UnsharpMask {
        fileprivate let amount: CInt
        fileprivate let threshold: CInt

        /// A mask that adds 0…10 times what levels differ from their blur, where that is `threshold` levels at least.
        init(amount: Double, threshold: Int) {
            precondition(0...10 ~= amount, "an unsharp mask of an amount that sums have no room for")
            self.amount = CInt((amount * Double(1 << CPIXELS_AMOUNT_BITS)).rounded())
            self.threshold = CInt(threshold << PixelKernels.fractionBits)
        }
    }

    /// Adds to levels what they differ from their blur, which has `fractionBits`.
    func sharpen(
        _ levels: UnsafePointer<UInt8>,
        _ blurred: UnsafePointer<Int16>,
        _ mask: UnsharpMask,
        into output: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        functions.sharpen(levels, blurred, mask.amount, mask.threshold, output, count)
    }

    /// Colours of RGBA samples that are weighed by alpha, with their fractional bits; overshoot of a filter is cut.
    func unweigh(_ row: UnsafePointer<Int16>, into output: UnsafeMutablePointer<Int16>, pixelCount: Int) {
        functions.unweigh(row, output, pixelCount)
    }
}
