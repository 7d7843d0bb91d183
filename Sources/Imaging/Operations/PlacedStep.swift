/// A step that keeps a part of the picture, which perhaps only the pixels tell.
protocol PlacedStep: OperationStep {
    /// What takes the rows of the picture before and gives those of the part to what `open` opens.
    ///
    /// `found` is told the part before its first row comes.
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        found: @escaping (PixelBox) -> Void,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer

    /// How the step is noted for a part.
    func step(keeping part: PixelBox) -> AppliedStep
}

extension PlacedStep {
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        try consumer(of: input, limits: limits, found: { _ in }, open)
    }
}
