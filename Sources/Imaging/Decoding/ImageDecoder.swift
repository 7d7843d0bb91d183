/// The planes of an encoded picture, in stored order.
protocol ImageDecoder: ~Copyable {
    /// The planes and the place of their samples, in pixels of the file's picture.
    var planes: [PlaneGrid] { get }

    /// Gives the rows of each plane to the consumer of the same index, and checks the deadline on the way.
    mutating func decode(into consumers: [any RowConsumer], limits: ImageLimits) throws(ImagingError)
}
