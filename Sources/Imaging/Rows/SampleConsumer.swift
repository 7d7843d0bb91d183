/// Takes rows of samples from top to bottom: levels, or amounts of light, with fractional bits.
///
/// They have those of `PixelKernels`. Colours are weighed by alpha where there is any.
protocol SampleConsumer: AnyObject {
    /// Takes the next row, which is valid during the call.
    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError)

    /// Called after the last row.
    func finish() throws(ImagingError)
}
