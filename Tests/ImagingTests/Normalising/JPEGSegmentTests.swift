import Testing

@testable import Imaging

/// What of a JPEG's segments stays, wherever they lie.
@Suite struct JPEGSegmentTests {
    private static let secret = Array("taken at home".utf8)

    @Test(
        arguments: ["jpeg-progressive", "jpeg-by-component", "jpeg-cmyk-progressive"],
        [0xfe, 0xe1, 0xe2, 0xed, 0xee, 0xef, 0xdc, 0xf0] as [UInt8]
    )
    func `what is hidden between scans goes, the picture stays`(kind: String, marker: UInt8) throws {
        let plain = try Witness.make(kind)
        let hidden = Self.adding(Self.segment(marker, Self.secret), beforeScan: 1, of: plain)
        let (bytes, changes) = try Self.normalised(hidden)
        #expect(bytes == plain)
        #expect(changes == [.strippedMetadata])
    }

    @Test(arguments: ["jpeg-progressive", "jpeg-by-component"], 0...2)
    func `an output that is the source as it is coded has none of it`(kind: String, scan: Int) throws {
        let plain = try Witness.make(kind)
        let hidden = Self.adding(Self.segment(0xfe, Self.secret), beforeScan: scan, of: plain)
        var plan = RenditionPlan(Resize(), as: .jpeg())
        plan.mayBeSource = true
        #expect(try Renderer().render(hidden, [plan])[0].bytes == plain)
    }

    @Test(arguments: [[0xff, 0x02] + secret, secret, [0], [0xff, 0xff, 0, 0xff]])
    func `bytes between segments go`(bytes: [UInt8]) throws {
        let plain = try Witness.make("jpeg-progressive")
        let places = [
            try JPEGStructure(reading: plain).header[1].range.lowerBound,
            plain.ranges(of: [0xff, JPEGMarker.startOfScan])[1].lowerBound,
        ]
        for place in places {
            let hidden = plain[..<place] + bytes + plain[place...]
            #expect(try Self.normalised(Array(hidden)).bytes == plain)
        }
    }

    @Test(arguments: ["jpeg-baseline", "jpeg-progressive", "jpeg-by-component"], [1, 2, 700])
    func `a file is not written anew for fill bytes, which go with anything else`(
        kind: String,
        count: Int
    )
        throws
    {
        let plain = try Witness.make(kind)
        let fill = Array(repeating: UInt8(0xff), count: count)
        let header = try JPEGStructure(reading: plain)
        let starts = header.header.map(\.range.lowerBound) + [header.scanStart]
        let scans = plain.ranges(of: [0xff, JPEGMarker.startOfScan]).map(\.lowerBound)
        var padded = plain
        for place in Set(starts + scans).sorted(by: >) { padded.insert(contentsOf: fill, at: place) }
        #expect(padded.count > plain.count)
        #expect(try Self.normalised(padded).changes == [])
        #expect(try Picture(decoding: padded) == Picture(decoding: plain))
        let hidden = Files.adding(marker: JPEGMarker.comment, Self.secret, to: padded)
        let (bytes, changes) = try Self.normalised(hidden)
        #expect(changes == [.strippedMetadata] && bytes.firstRange(of: Self.secret) == nil)
        #expect(try Self.normalised(bytes).changes == [])
        #expect(try Picture(decoding: bytes) == Picture(decoding: plain))
    }

    @Test func `Adobe's segment and JFIF's are cut to what decoders read`() throws {
        let plain = try Witness.make("jpeg-cmyk")
        let start = try #require(plain.firstRange(of: Array("Adobe".utf8))?.lowerBound) - 4
        let whole = Array(plain[start..<start + 16])
        let longer = Self.segment(0xee, whole[4...] + Self.secret)
        let file = plain[..<start] + longer + plain[(start + 16)...]
        let (bytes, changes) = try Self.normalised(Array(file))
        #expect(bytes == plain)
        #expect(changes == [.strippedMetadata])
    }

    @Test func `a thumbnail goes without the header that promises YCbCr`() throws {
        // Components called R, G and B are red, green and blue, unless JFIF says otherwise.
        var plain = try Files.file(.jpeg, .marker(48, 32))
        let structure = try JPEGStructure(reading: plain)
        let found = structure.header.first { JPEGMarker.frames.contains($0.marker) }
        let frame = try #require(found)
        for (index, name) in "RGB".utf8.enumerated() {
            plain[frame.range.lowerBound + 10 + 3 * index] = name
            plain[structure.scanStart + 5 + 2 * index] = name
        }
        let first = structure.header.first(where: \.isJFIF)
        let header = try #require(first)
        let thumbnail: [UInt8] = [1, 1, 16, 32, 48]
        let longer = Self.segment(0xe0, header.payload.slice.prefix(12) + thumbnail)
        let file = plain[..<2] + longer + plain[header.range.upperBound...]
        let (bytes, changes) = try Self.normalised(Array(file))
        #expect(bytes == plain)
        #expect(changes == [.strippedMetadata])
        #expect(try Witness.decode(plain).psnr(.marker(48, 32)) > 30)
    }

    @Test func `a file cut off in a comment loses what there is of it`() throws {
        let plain = try Witness.make("jpeg-progressive")
        let hidden = Self.adding(
            Self.segment(JPEGMarker.comment, Self.secret + Self.secret),
            beforeScan: 2,
            of: plain
        )
        let cut = try #require(hidden.firstRange(of: Self.secret)?.upperBound)
        var normaliser = Normaliser()
        normaliser.toleratesDamage = true
        let file = Array(hidden[..<cut])
        let info = try ImageInfo(reading: file, toleratingDamage: true)
        guard case .rewritten(let bytes, _) = try normaliser.normalise(file, info) else {
            Issue.record("nothing was stripped")
            return
        }
        #expect(bytes == Array(file.dropLast(Self.secret.count + 4)))
    }

    private static func segment(_ marker: UInt8, _ payload: some Collection<UInt8>) -> [UInt8] {
        [0xff, marker, 0, UInt8(payload.count + 2)] + payload
    }

    /// `file` with bytes in front of a scan, and of the tables that belong to it.
    private static func adding(_ bytes: [UInt8], beforeScan index: Int, of file: [UInt8]) -> [UInt8] {
        let scans = file.ranges(of: [0xff, JPEGMarker.startOfScan]).map(\.lowerBound)
        guard index > 0 else { return file[..<scans[0]] + bytes + file[scans[0]...] }
        let isEnd = { (offset: Int) in file[offset] == 0xff && file[offset + 1] >= 0xc0 }
        let behind = (scans[index - 1] + 2..<file.count - 1).first {
            isEnd($0) && !(0xd0...0xd7 ~= file[$0 + 1])
        }
        let place = behind ?? file.count
        return file[..<place] + bytes + file[place...]
    }

    private static func normalised(
        _ file: [UInt8]
    ) throws -> (bytes: [UInt8], changes: Set<NormalisedImage.Change>) {
        switch try Normaliser().normalise(file, try ImageInfo(reading: file)) {
        case .unchanged: (file, [])
        case .rewritten(let bytes, let changes): (bytes, changes)
        }
    }
}
