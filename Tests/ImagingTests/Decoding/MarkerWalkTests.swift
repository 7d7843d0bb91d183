import Testing

@testable import Imaging

@Suite struct MarkerWalkTests {
    /// Bytes in which nothing is a marker: stuffed zeros, restarts, fill bytes, reserved codes, and others.
    private static let fillings: [[UInt8]] = [
        [0], [0xff, 0], [0xff, 0xd3, 7], [0xff], [0xff, 0x01, 0xbf], [0x5a, 0xff, 0, 0xd9],
    ]

    @Test(arguments: fillings)
    func `a marker is found at every place, and nothing else for one`(filling: [UInt8]) throws {
        for count in 0..<300 {
            let bytes = (0..<count).map { filling[$0 % filling.count] }
            // A byte 0xff that filled the place before belongs to no marker either (ITU-T T.81 B.1.1.2).
            let file = [0xff, 0xd8] + bytes + [0xff, 0xd9]
            var walk = JPEGMarkerWalk(file)
            let segment = try walk.next()
            #expect(segment.marker == JPEGMarker.endOfImage)
            #expect(segment.range == 2 + count..<4 + count, "behind \(count) bytes")
            #expect(throws: ImagingError.self) {
                var walk = JPEGMarkerWalk(Array(file.dropLast()))
                _ = try walk.next()
            }
        }
    }
}
