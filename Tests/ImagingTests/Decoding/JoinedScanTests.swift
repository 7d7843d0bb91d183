import Testing

@testable import Imaging

@Suite struct `Scans that are read side by side` {
    private static let kinds = [
        "jpeg-progressive", "jpeg-vivid-progressive", "jpeg-gray-progressive", "jpeg-cmyk-progressive",
        "jpeg-411-progressive", "jpeg-small-luma-progressive", "jpeg-by-component",
        "jpeg-progressive-restarts",
    ]

    /// What is read of a file in tolerance of damage: the rows, whether some were invented, and the failure at the end.
    private struct Reading: Equatable {
        var rows: [UInt8] = []
        var isDamaged = false
        var failure: ImagingError.Code?
    }

    private func read(_ file: [UInt8], _ denominator: Int, joinsScans: Bool) throws -> Reading {
        let structure = try JPEGStructure(reading: file)
        #expect(structure.joinsScans)
        let damage = SourceDamage(isTolerated: true)
        var reading = Reading()
        file.withUnsafeBufferPointer { bytes in
            do throws(ImagingError) {
                let reader = try JPEGReader(
                    bytes,
                    structure,
                    limits: ImageLimits(),
                    damage: damage,
                    joinsScans: joinsScans
                )
                var decoder = try JPEGDecoder(reader, denominator: denominator)
                var row = [UInt8](repeating: 0, count: decoder.format.rowByteCount)
                for _ in 0..<decoder.format.size.height {
                    var span = row.mutableSpan
                    try decoder.readRow(into: &span)
                    reading.rows += row
                }
                try decoder.finish()
            } catch {
                reading.failure = error.code
            }
        }
        // What came before a failure is of no use to anybody, and libjpeg fails before the first row where it reads all scans first.
        if reading.failure != nil { reading.rows = [] }
        reading.isDamaged = damage.isFound
        return reading
    }

    @Test(arguments: kinds, [1, 2, 4, 8])
    func `give the pixels that coefficients give which were all held`(kind: String, denominator: Int) throws {
        let file = try Witness.make(kind)
        let joined = try read(file, denominator, joinsScans: true)
        #expect(try joined == read(file, denominator, joinsScans: false))
        #expect(joined.failure == nil && !joined.isDamaged && !joined.rows.isEmpty)
    }

    @Test(arguments: kinds)
    func `are damaged where the whole is, and what is invented is the same`(kind: String) throws {
        let file = try Witness.make(kind)
        let scans = try JPEGStructure(reading: file).scans.list.map(\.data)
        var random = SeededRandom(seed: 23)
        var damagedCount = 0
        for _ in 0..<200 {
            var wrong = file
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let scan = scans[Int.random(in: scans.indices, using: &random)]
                wrong[Int.random(in: scan, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            // A new marker makes other scans of these.
            guard let found = try? JPEGStructure(reading: wrong), found.scans.list.map(\.data) == scans else {
                continue
            }
            let joined = try read(wrong, 1, joinsScans: true)
            let whole = try read(wrong, 1, joinsScans: false)
            // A code that no marker has, between scans that are read one after the other, is the end of all rows. And libjpeg says
            // of the last scan's restarts only with a further marker what they left unread.
            #expect(joined.isDamaged || (!whole.isDamaged && whole.failure == nil))
            if whole.failure == nil { #expect(joined.rows == whole.rows && joined.failure == nil) }
            damagedCount += joined.isDamaged ? 1 : 0
        }
        #expect(damagedCount > 20)
    }

    @Test func `are those of files that give every coefficient in full`() throws {
        let file = try Witness.make("jpeg-progressive")
        let structure = try JPEGStructure(reading: file)
        let scans = structure.scans.list
        for count in 1..<scans.count {
            let part = Array(file[..<scans[count].segment.range.lowerBound]) + [0xff, 0xd9]
            let cut = try JPEGStructure(reading: part)
            #expect(!cut.joinsScans, "\(count) scans")
            // 7 × 4 units of 16 × 16 pixels, each of six blocks of 64 coefficients.
            #expect(cut.info.wholeImageByteCount == 7 * 4 * 6 * 64 * 2)
        }
        #expect(structure.joinsScans)
    }

    /// A scan header of components and band, with the bits before and after it.
    private func scan(
        _ components: [UInt8],
        _ band: ClosedRange<UInt8>,
        _ high: UInt8,
        _ low: UInt8
    ) -> JPEGScan {
        let bits = high << 4 | low
        let names = components.flatMap { [$0, UInt8(0)] }
        let payload = [UInt8(components.count)] + names + [band.lowerBound, band.upperBound, bits]
        let segment = JPEGStructure.Segment(
            marker: 0xda,
            range: 0..<0,
            payload: ByteView(payload),
            following: 0..<0
        )
        return JPEGScan(segment: segment, tableCount: 0)
    }

    private func isRefined(_ frame: JPEGFrame, by scans: [JPEGScan]) -> Bool {
        var refinement = CoefficientRefinement(frame)
        return scans.allSatisfy { refinement.take($0) } && refinement.isComplete
    }

    @Test func `follow one another bit by bit`() throws {
        var frame = try JPEGStructure(reading: Witness.make("jpeg-gray-progressive")).frame
        let mean = scan([1], 0...0, 0, 0)
        #expect(isRefined(frame, by: [mean, scan([1], 1...63, 0, 0)]))
        #expect(
            isRefined(
                frame,
                by: [mean, scan([1], 1...5, 0, 0), scan([1], 6...63, 0, 1), scan([1], 6...63, 1, 0)]
            )
        )
        #expect(!isRefined(frame, by: [mean]))
        #expect(!isRefined(frame, by: [mean, scan([1], 1...62, 0, 0)]))
        #expect(!isRefined(frame, by: [mean, scan([1], 1...63, 0, 1)]))
        #expect(!isRefined(frame, by: [mean, scan([1], 1...63, 0, 2), scan([1], 1...63, 1, 0)]))
        #expect(!isRefined(frame, by: [mean, scan([1], 1...63, 1, 0)]))
        #expect(!isRefined(frame, by: [scan([1], 1...63, 0, 0), mean]))
        #expect(!isRefined(frame, by: [scan([1], 0...63, 0, 0)]))
        #expect(!isRefined(frame, by: [mean, mean, scan([1], 1...63, 0, 0)]))
        #expect(!isRefined(frame, by: [mean, scan([2], 1...63, 0, 0)]))
        frame.isProgressive = false
        #expect(isRefined(frame, by: [scan([1], 0...63, 0, 0)]))
        #expect(!isRefined(frame, by: [scan([1], 0...63, 0, 0), scan([1], 0...63, 0, 0)]))
    }

    @Test func `are not joined where libjpeg warns of what lies between them`() throws {
        let file = try Witness.make("jpeg-progressive")
        let place = try JPEGStructure(reading: file).scans.list[1].segment.range.lowerBound
        func joins(with bytes: [UInt8]) throws -> Bool {
            try JPEGStructure(reading: Array(file[..<place]) + bytes + file[place...]).joinsScans
        }
        // A table, a comment and fill bytes; other bytes, a second beginning, a marker of nothing.
        #expect(try joins(with: [0xff, 0xdd, 0, 4, 0, 0]))
        #expect(try joins(with: [0xff, 0xfe, 0, 3, 0x41, 0xff, 0xff]))
        #expect(try !joins(with: [0xff, 0xdd, 0, 4, 0, 0, 0x41]))
        #expect(try !joins(with: [0xff, 0xd8]))
        #expect(try !joins(with: [0xff, 0xf0, 0, 2]))
    }

    @Test func `are not joined where two components have one name`() throws {
        let file = try Witness.make("jpeg-progressive")
        let frame = try #require(try JPEGStructure(reading: file).header.first(where: \.isFrame))
        var wrong = file
        wrong[frame.payload.range.lowerBound + 9] = frame.payload.byte(6) ?? 0
        #expect(try !JPEGStructure(reading: wrong).joinsScans)
    }

    @Test(arguments: [true, false])
    func `are refused inside the decoder where they are too many, joined or not`(joinsScans: Bool) throws {
        let file = try Witness.make("jpeg-progressive")
        let structure = try JPEGStructure(reading: file)
        #expect(structure.scans.list.count == 10 && structure.joinsScans)
        func decode(atMost scanCount: Int) -> ImagingError.Code? {
            var limits = ImageLimits()
            limits.maximumScanCount = scanCount
            return file.withUnsafeBufferPointer { bytes in
                do throws(ImagingError) {
                    let reader = try JPEGReader(bytes, structure, limits: limits, joinsScans: joinsScans)
                    _ = try JPEGDecoder(reader, denominator: 1)
                    return nil
                } catch {
                    return error.code
                }
            }
        }
        #expect(decode(atMost: 9) == .tooManyScans)
        #expect(decode(atMost: 10) == nil)
    }
}
