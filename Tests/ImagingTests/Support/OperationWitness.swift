import Foundation
import Testing
import Witnesses

@testable import Imaging

/// Pillow, OpenCV and NumPy in a process of their own, for edits of pictures.
enum OperationWitness {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "operations_witness.py"
    ).path

    private static let process = Result { try WitnessProcess(Python.path, script) }

    /// The picture after a list of edits in the script's words, as JSON.
    static func edit(_ picture: Picture, _ edits: String) throws -> Picture {
        try Witness.withFile(try picture.encoded(as: .png())) { path in
            try Witness.picture(try process.get().answer(to: ["edit", path, "[\(edits)]"]))
        }
    }
}

extension Picture {
    /// The picture after operations, by the code under test.
    func edited(_ operations: Imaging.Operation...) throws(ImagingError) -> Picture {
        try edited(operations)
    }

    /// The picture after operations, by the code under test.
    func edited(_ operations: [Imaging.Operation]) throws(ImagingError) -> Picture {
        let plan = RenditionPlan(Resize(), as: .png(), operations: operations)
        return try Picture(decoding: try Renderer().render(try encoded(as: .png()), [plan])[0].bytes)
    }

    /// The same pixels with three equal channels, where `layout` has colour and this picture has none.
    func colored(like layout: PixelLayout) -> Picture {
        guard format.layout == .gray, layout != .gray else { return self }
        return Picture(format.size.width, format.size.height, .rgb) { x, y in
            let level = self[x, y][0]
            return [level, level, level]
        }
    }

    /// The same colours without opacity.
    var opaque: Picture {
        guard format.layout == .rgba else { return self }
        return Picture(format.size.width, format.size.height, .rgb) { x, y in Array(self[x, y].prefix(3)) }
    }

    /// A picture without edges.
    static func soft(_ width: Int, _ height: Int, _ layout: PixelLayout) -> Picture {
        Picture(width, height, layout) { x, y in
            let wave = 128 + 100 * Turn(Double(x + 2 * y) / 40).sine
            let pixel = [x * 255 / width, y * 255 / height, Int(wave), 255 - y * 100 / height]
            return pixel.prefix(layout.channelCount).map { UInt8($0) }
        }
    }

    /// Tiles of any levels beside each other, opaque by a half at least.
    static func tiles(_ width: Int, _ height: Int, _ layout: PixelLayout) -> Picture {
        var random = SeededRandom(seed: 7)
        let tiles = (0..<8 * 8).map { _ in
            (0..<4).map { UInt8.random(in: $0 < 3 ? 0...255 : 128...255, using: &random) }
        }
        return Picture(width, height, layout) { x, y in
            Array(tiles[y * 8 / height * 8 + x * 8 / width].prefix(layout.channelCount))
        }
    }

    /// A scene with so little contrast that what sharpening adds is seldom cut.
    static func faintScene(_ width: Int, _ height: Int, _ layout: PixelLayout) -> Picture {
        let scene = Picture.scene(width, height, layout)
        return Picture(width, height, layout) { x, y in
            scene[x, y].enumerated().map { channel, level in channel < 3 ? 112 + level / 8 : level }
        }
    }

    /// A picture with smooth ranges, an edge and texture, transparent to the right where it has alpha.
    static func scene(_ width: Int = 61, _ height: Int = 47, _ layout: PixelLayout = .rgb) -> Picture {
        Picture(width, height, layout) { x, y in
            let texture = (x * 37 + y * 61) % 97
            let pixel = [
                x * 255 / width, y * 255 / height, x > width / 2 ? 120 + texture : 40, 255 - x * 200 / width,
            ]
            return pixel.prefix(layout.channelCount).map { UInt8($0) }
        }
    }
}
