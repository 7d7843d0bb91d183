/// A decoder that gives one plane of rows, as large as the picture or evenly reduced.
protocol RowDecoder: ImageDecoder, RowProducer, ~Copyable {
    /// Pixels of the file's picture that a decoded one stands for, along each side.
    var pitch: (horizontal: Double, vertical: Double) { get }
}

extension RowDecoder where Self: ~Copyable {
    var planes: [PlaneGrid] {
        let columns = GridAxis(meansOf: pitch.horizontal, count: format.size.width)
        let rows = GridAxis(meansOf: pitch.vertical, count: format.size.height)
        return [PlaneGrid(layout: format.layout, columns: columns, rows: rows)]
    }

    mutating func decode(into consumers: [any RowConsumer], limits: ImageLimits) throws(ImagingError) {
        try pump(into: RowFanOut(consumers), limits: limits)
    }
}
