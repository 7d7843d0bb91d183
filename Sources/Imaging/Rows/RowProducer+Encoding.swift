extension RowProducer where Self: ~Copyable {
    /// All rows as a file in the producer's own layout.
    package mutating func encode(
        as encoding: Encoding,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) -> [UInt8] {
        var file: [UInt8] = []
        let sink = ByteCollector { file = $0 }
        let consumer = try encoding.converting(format) { format throws(ImagingError) in
            try encoding.encoder(format, exif: nil, limits: limits, sink: sink)
        }
        try pump(into: consumer, limits: limits)
        return file
    }
}
