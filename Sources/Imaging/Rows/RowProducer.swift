/// Gives the rows of a picture from top to bottom.
package protocol RowProducer: ~Copyable {
    /// The shape of the rows.
    var format: RowFormat { get }

    /// Writes the next row into `row`, which has `format.rowByteCount` bytes; called once for each row.
    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError)

    /// Called after the last row: what follows in the file is checked.
    mutating func finish() throws(ImagingError)
}

extension RowProducer where Self: ~Copyable {
    /// Gives every row to `consumer`, and checks the deadline on the way.
    package mutating func pump(
        into consumer: some RowConsumer,
        limits: ImageLimits
    ) throws(ImagingError) {
        var row = [UInt8](repeating: 0, count: format.rowByteCount)
        for index in 0..<format.size.height {
            if index % 16 == 0 {
                try limits.checkDeadline()
            }
            var span = row.mutableSpan
            try readRow(into: &span)
            try consumer.consume(row.span)
        }
        try finish()
        try consumer.finish()
    }
}
