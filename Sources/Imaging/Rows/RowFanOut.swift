/// Gives each row to several consumers.
final class RowFanOut: RowConsumer {
    private let consumers: [any RowConsumer]

    init(_ consumers: [any RowConsumer]) {
        self.consumers = consumers
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        for consumer in consumers {
            try consumer.consume(row)
        }
    }

    func finish() throws(ImagingError) {
        for consumer in consumers {
            try consumer.finish()
        }
    }
}
