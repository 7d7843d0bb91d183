extension Encoding {
    /// A consumer that makes a file of rows of `format` and gives it to `completion` after the last one.
    ///
    /// WebP takes no gray rows, JPEG none with alpha.
    ///
    /// - Throws: `outOfMemory`.
    package func encoder(
        _ format: RowFormat,
        limits: ImageLimits,
        completion: @escaping ([UInt8]) throws(ImagingError) -> Void
    ) throws(ImagingError) -> any RowConsumer {
        try encoder(format, exif: nil, limits: limits, sink: ByteCollector(completion: completion))
    }
}
