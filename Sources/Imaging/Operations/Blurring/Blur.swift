/// A Gaussian blur; the picture goes on mirrored beyond its edges.
package struct Blur: Hashable, Sendable {
    /// The standard deviation in pixels.
    package var sigma: Double

    /// A blur of the given standard deviation.
    package init(sigma: Double) {
        self.sigma = sigma
    }
}

extension Blur: OperationStep {
    func memoryByteCount(for size: PixelSize) -> Int {
        // The filter's rows at full size and those of the smaller pictures, as 16-bit samples of four channels.
        BlurPyramid.heldRowCount * size.width * 8
    }

    func work(on size: PixelSize) -> Int {
        BlurPyramid.work(on: size, sigma: sigma)
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        BlurPyramid.consumer(of: input, sigma: sigma, next: try open(input))
    }
}
