/// One plane of a receiver, as a consumer of rows.
final class PlaneInlet: RowConsumer {
    private let plane: Int
    private let receiver: any PlaneReceiver

    init(_ plane: Int, receiver: any PlaneReceiver) {
        self.plane = plane
        self.receiver = receiver
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try receiver.receive(row, ofPlane: plane)
    }

    func finish() throws(ImagingError) {
        try receiver.finishPlane(plane)
    }
}
