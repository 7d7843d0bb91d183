/// An unsharp mask: what a blur takes away is added once more.
package struct Sharpen: Hashable, Sendable {
    /// The standard deviation of the blur in pixels.
    package var sigma: Double
    /// How much of the difference is added, 0…10.
    package var amount: Double
    /// The smallest difference that is added, in levels.
    package var threshold: Int

    /// A mask of the given width and strength.
    package init(sigma: Double = 1, amount: Double = 1, threshold: Int = 0) {
        (self.sigma, self.amount, self.threshold) = (sigma, amount, threshold)
    }
}

extension Sharpen: OperationStep {
    func memoryByteCount(for size: PixelSize) -> Int {
        // Rows wait until the blurred ones come: as many as the blur reaches down.
        let waiting = min(size.height, Int(8 * sigma) + BlurPyramid.heldRowCount)
        return Blur(sigma: sigma).memoryByteCount(for: size) + 2 * waiting * size.width * 4
    }

    func work(on size: PixelSize) -> Int {
        BlurPyramid.work(on: size, sigma: sigma) + size.pixelCount * PixelWork.sharpening
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let stage = SharpenStage(input, self, next: try open(input))
        let mask = BlurPyramid.consumer(of: input, sigma: sigma, unrounded: stage)
        return RowFanOut([stage, mask])
    }
}
