import Foundation
import Imaging

@testable import Jigsaw

/// A puzzle's files in a folder of their own, which goes with the value.
final class PuzzleFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "puzzle-\(UUID().uuidString)")
    let plan: PuzzlePlan

    /// A synthetic photograph of the shape's size times `scale`, cut by way of decoder, resampler and encoder.
    ///
    /// Beside it lies the rendition that the same size makes.
    init(
        _ shape: Shape,
        scale: Int = 2,
        encoding: Imaging.Encoding = PuzzlePlan.sheetEncoding,
        as specification: PuzzleSpecification? = nil
    ) throws {
        let size = PixelSize(width: shape.width * scale, height: shape.height * scale)
        let photo = try SyntheticPhoto(size: size).encoded()
        plan = try PuzzlePlan(specification ?? shape.specification, source: size, sheetSide: 340)
        let document = PuzzleDocument(plan) { "puzzle-\($0 + 1).\(encoding.format.rawValue)" }
        var sheets: [PuzzleSheet] = []
        let tap = plan.tap(encoding: encoding) { sheets.append($0) }
        var png = Imaging.Encoding.PNGOptions()
        png.compressionLevel = 1
        let (width, height) = (specification?.width, specification?.height)
        let picture =
            specification == nil
            ? Resize(width: shape.width, height: shape.height, fit: .cover)
            : Resize(width: width, height: height)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        var pictureFile: [UInt8] = []
        try Renderer().render(photo, [RenditionPlan(picture, as: .png(png))], taps: [tap]) { _, image in
            pictureFile = image.bytes
        }
        try write(pictureFile, "picture.png")
        for sheet in sheets { try write(sheet.bytes, document.sheets[sheet.index].file) }
        try write(document.json, "puzzle.json")
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: url.appending(path: name))
    }
}
