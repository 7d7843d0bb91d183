import Foundation
import Testing
import Witnesses

@testable import Imaging

/// Pillow in a process of its own: an implementation that shares no line with the code under test.
enum Witness {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "pillow_witness.py"
    ).path

    /// One for all tests: to start Python and to load Pillow takes longer than most of what is asked of it.
    private static let process = Result { try WitnessProcess(Python.path, script) }

    /// The pixels of a file as Pillow decodes them.
    static func decode(_ file: [UInt8]) throws -> Picture {
        try withFile(file) { try picture(run(["decode", $0])) }
    }

    /// The upright picture resized by Pillow.
    static func resize(
        _ file: [UInt8],
        to size: PixelSize,
        _ filter: ResampleFilter,
        inLinearLight: Bool = false
    ) throws -> Picture {
        try withFile(file) {
            try picture(
                run([
                    inLinearLight ? "linear" : "resize", $0, "\(size.width)", "\(size.height)",
                    filter.rawValue,
                ])
            )
        }
    }

    /// The ICC profile that Pillow finds.
    static func profile(_ file: [UInt8]) throws -> [UInt8] {
        try withFile(file) { try run(["profile", $0]) }
    }

    /// The pixels in sRGB, as littleCMS converts them for Pillow.
    static func srgb(_ file: [UInt8]) throws -> Picture {
        try withFile(file) { try picture(run(["srgb", $0])) }
    }

    /// The metadata that Pillow finds, one a line.
    static func metadata(_ file: [UInt8]) throws -> [String] {
        let text = try withFile(file) { String(decoding: try run(["metadata", $0]), as: UTF8.self) }
        return text.split(separator: "\n").map(String.init)
    }

    /// A file of one of the script's kinds.
    static func make(_ kind: String) throws -> [UInt8] {
        try withFile([]) { path in
            _ = try run(["make", kind, path])
            return try Array(Data(contentsOf: URL(filePath: path)))
        }
    }

    /// A PNG with the 8-bit pixels that it must be decoded to.
    ///
    /// A gamma is that of the file's gAMA chunk, in hundred thousandths; without one there is no such chunk.
    static func makePNG(_ kind: PNGKind, gamma: Int = 0) throws -> (file: [UInt8], pixels: Picture) {
        let flags = "\(kind.isInterlaced ? 1 : 0):\(kind.isTransparent ? 1 : 0):\(gamma)"
        return try makeWithPixels("png:\(kind.colorType):\(kind.depth):\(flags)")
    }

    /// A file of one of the script's kinds, with the pixels that it must become.
    static func makeWithPixels(_ kind: String) throws -> (file: [UInt8], pixels: Picture) {
        try withFile([]) { path in
            let pixels = try picture(run(["make", kind, path]))
            return (try Array(Data(contentsOf: URL(filePath: path))), pixels)
        }
    }

    /// Runs `body` with a file of `bytes` that is gone afterwards.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "imaging-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }

    private static func run(_ arguments: [String]) throws -> [UInt8] {
        try process.get().answer(to: arguments)
    }

    /// The pixels in an answer.
    static func picture(_ bytes: [UInt8]) throws -> Picture {
        let end = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
        let header = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        let layouts: [Substring: PixelLayout] = ["L": .gray, "RGB": .rgb, "RGBA": .rgba]
        let layout = try #require(layouts[header[0]])
        let size = PixelSize(width: try #require(Int(header[1])), height: try #require(Int(header[2])))
        return Picture(RowFormat(size: size, layout: layout), Array(bytes[(end + 1)...]))
    }
}
