import Testing

@testable import Imaging

/// The largest WebP of a job is begun while its rows still come.
@Suite struct WebPAheadTests {
    /// Many rows of macroblocks, one macroblock in each, which is reported in leaps, and a row of them alone.
    private static let sizes = [
        PixelSize(width: 333, height: 517), PixelSize(width: 16, height: 160),
        PixelSize(width: 45, height: 350), PixelSize(width: 300, height: 9),
    ]

    @Test(arguments: sizes, [1, 40])
    func `a file that is begun before its last rows come is the same`(size: PixelSize, rows: Int) throws {
        let whole = try Self.files(of: size, rowsAtOnce: rows, threadCount: 1)
        #expect(whole.count == 3)
        for threadCount in [2, 3, 8] as [UInt32] {
            #expect(try Self.files(of: size, rowsAtOnce: rows, threadCount: threadCount) == whole)
        }
    }

    @Test(arguments: [nil, 320], Orientation.allCases.prefix(3))
    func `what waits for the largest file is the same`(width: Int?, orientation: Orientation) throws {
        let photo = SyntheticPhoto(size: PixelSize(width: 401, height: 267))
        let file = try Files.adding(orientation, to: try photo.encoded(as: .jpeg()))
        let webps = [width, 160, 250, 33].map { RenditionPlan(Resize(width: $0), as: .webp()) }
        let plans = webps + [RenditionPlan(Resize(width: 79), as: .jpeg())]
        let files = try ([1, 2, 3] as [UInt32]).map { threadCount in
            var renderer = Renderer()
            renderer.threadCount = threadCount
            return try renderer.render(file, plans).map(\.bytes)
        }
        #expect(files[0].count == 5)
        #expect(files[1] == files[0])
        #expect(files[2] == files[0])
    }

    @Test func `work waits for the decode only where the largest file is begun before`() throws {
        for threadCount in [1, 2] as [UInt32] {
            var steps: [String] = []
            let batch = WebPBatch(threadCount: threadCount)
            let encoder = try Self.encoder(Self.sizes[0], batch, ByteCollector { _ in steps.append("file") })
            try batch.postpone { steps.append("before its rows") }
            try Self.feed(encoder, Self.sizes[0], rowsAtOnce: 16)
            try batch.postpone { steps.append("with its rows") }
            steps.append("decoded")
            try batch.encode()
            let (work, end) = ("with its rows", "decoded")
            #expect(
                steps == ["before its rows"] + (threadCount == 1 ? [work, end] : [end, work]) + ["file"]
            )
        }
    }

    @Test(arguments: [1, 2] as [UInt32])
    func `what is reduced from the largest picture is opened when that has its rows, which wait for nothing`(
        threadCount: UInt32
    ) throws {
        let (size, batch) = (Self.sizes[0], WebPBatch(threadCount: threadCount))
        let halves = PixelSize(width: (size.width + 1) / 2, height: (size.height + 1) / 2)
        let decoded = [Self.grid(size), Self.grid(halves, pitch: 2), Self.grid(halves, pitch: 2)]
        let small = decoded.map { _ in Self.grid(PixelSize(width: 100, height: 150), pitch: 3) }
        let extent = GridExtent(nil, of: size)
        let targets = [decoded, small].map { ReductionTree.Target(planes: $0, filter: .lanczos3) }
        let tree = ReductionTree(decoded: decoded, within: extent, targets)
        var opened: [Int] = []
        let inlets = try ReductionGraph(extent, batch).consumers(of: tree.root) {
            index throws(ImagingError) in
            opened.append(index)
            guard index == 0 else { return small.map { _ in NoRows() } }
            let sink = ByteCollector { _ in }
            return try WebPEncoder(
                planes: size,
                Encoding.WebPOptions(),
                exif: nil,
                limits: ImageLimits(),
                stream: true,
                batch: batch,
                sink: sink
            ).inlets
        }
        #expect(opened == (threadCount == 1 ? [0, 1] : [0]))
        for (plane, inlet) in zip(decoded, inlets) {
            let row = [UInt8](repeating: 90, count: plane.format.rowByteCount)
            for _ in 0..<plane.format.size.height { try inlet.consume(row.span) }
            try inlet.finish()
        }
        try batch.encode()
        #expect(opened == [0, 1])
    }

    /// Samples at that distance from each other.
    private static func grid(_ size: PixelSize, pitch: Double = 1) -> PlaneGrid {
        PlaneGrid(
            layout: .gray,
            columns: GridAxis(origin: 0, pitch: pitch, count: size.width),
            rows: GridAxis(origin: 0, pitch: pitch, count: size.height)
        )
    }

    @Test func `a job that fails leaves nothing behind`() throws {
        let batch = WebPBatch(threadCount: 2)
        weak var left: WebPEncoder?
        do {
            let encoder = try Self.encoder(Self.sizes[0], batch, ByteCollector { _ in })
            left = encoder
            try Self.feed(encoder, Self.sizes[0], rowsAtOnce: 16)
            try batch.postpone { withExtendedLifetime(encoder) {} }
        }
        #expect(left != nil)
        batch.forget()
        #expect(left == nil)
    }

    @Test(arguments: [0, 1, 30, 516])
    func `a file whose rows stop coming is given up`(rowCount: Int) throws {
        let batch = WebPBatch(threadCount: 2)
        let sink = ByteCollector { _ in Issue.record("a file was made") }
        let encoder = try Self.encoder(Self.sizes[0], batch, sink)
        try Self.feed(encoder, Self.sizes[0], rowsAtOnce: 16, upTo: rowCount)
        #expect(throws: ImagingError.self) { try encoder.deliver() }
        #expect(throws: ImagingError.self) { try encoder.deliver() }
        // Another one is only forgotten, and must end for all that.
        let other = WebPBatch(threadCount: 2)
        let forgotten = try Self.encoder(Self.sizes[0], other, sink)
        try Self.feed(forgotten, Self.sizes[0], rowsAtOnce: 16, upTo: rowCount)
    }

    @Test func `the deadline ends a file that was begun`() throws {
        var limits = ImageLimits()
        limits.isPastDeadline = { true }
        let batch = WebPBatch(threadCount: 2)
        let sink = ByteCollector { _ in Issue.record("a file was made") }
        let encoder = try Self.encoder(Self.sizes[0], batch, sink, limits)
        try Self.feed(encoder, Self.sizes[0], rowsAtOnce: 16)
        let error = #expect(throws: ImagingError.self) { try batch.encode() }
        #expect(error?.code == .deadlineExceeded)
    }

    /// Files of a picture and of two smaller ones, whose rows come in turns, by their widths.
    private static func files(
        of size: PixelSize,
        rowsAtOnce: Int,
        threadCount: UInt32
    ) throws -> [Int: [UInt8]] {
        let batch = WebPBatch(threadCount: threadCount)
        var files: [Int: [UInt8]] = [:]
        let sizes = [1, 2, 3].map { PixelSize(width: size.width - $0 + 1, height: size.height / $0) }
        let encoders = try sizes.map { size in
            try encoder(size, batch, ByteCollector { files[size.width] = $0 })
        }
        for (size, encoder) in zip(sizes, encoders) {
            try feed(encoder, size, rowsAtOnce: rowsAtOnce)
        }
        try batch.encode()
        return files
    }

    private static func encoder(
        _ size: PixelSize,
        _ batch: WebPBatch,
        _ sink: ByteCollector,
        _ limits: ImageLimits = ImageLimits()
    ) throws -> WebPEncoder {
        let options = Encoding.WebPOptions(quality: 80)
        return try WebPEncoder(
            planes: size,
            options,
            exif: nil,
            limits: limits,
            stream: true,
            batch: batch,
            sink: sink
        )
    }

    /// Gives the planes' rows, so many of the first at a time, and says that they are all where they are.
    private static func feed(
        _ encoder: WebPEncoder,
        _ size: PixelSize,
        rowsAtOnce: Int,
        upTo end: Int = .max
    ) throws {
        for first in stride(from: 0, to: min(end, size.height), by: rowsAtOnce) {
            let lines = first..<min(first + rowsAtOnce, end, size.height)
            for plane in 0..<3 {
                let width = plane == 0 ? size.width : (size.width + 1) / 2
                for y in lines where plane == 0 || y % 2 == 0 {
                    let row = (0..<width).map { UInt8(($0 * 7 + y * y + plane * 60 + $0 * y / 9) % 256) }
                    try encoder.receive(row.span, ofPlane: plane)
                }
            }
        }
        guard end >= size.height else { return }
        for plane in 0..<3 { try encoder.finishPlane(plane) }
    }
}
