import Imaging
import Jigsaw

/// A picture of a puzzle, on its way to the bucket.
struct PuzzlePicture {
    let name: String
    let key: String
    let bytes: [UInt8]
    let format: ImageFormat
    let size: PixelSize
}

extension MadePuzzle {
    /// The sheets, in order, and the small picture.
    var pictures: [PuzzlePicture] {
        let sheets = sheets.map { sheet in
            PuzzlePicture(
                name: PuzzleFolder.sheetName(sheet.index),
                key: order.folder.sheetKey(sheet.index),
                bytes: sheet.bytes,
                format: sheet.format,
                size: sheet.size
            )
        }
        let small = PuzzlePicture(
            name: PuzzleFolder.thumbnailName,
            key: order.folder.thumbnailKey,
            bytes: thumbnail.bytes,
            format: thumbnail.format,
            size: thumbnail.size
        )
        return sheets + [small]
    }
}
