package import Imaging
import Jigsaw

/// A picture of a puzzle, on its way to where it is kept.
package struct PuzzlePicture {
    /// The output's name.
    package let name: String
    /// Where it lies, by the puzzle's folder.
    package let key: String
    /// The file.
    package let bytes: [UInt8]
    /// Its format.
    package let format: ImageFormat
    /// Its size.
    package let size: PixelSize
}

extension MadePuzzle {
    /// The sheets, in order, and the small picture.
    package var pictures: [PuzzlePicture] {
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
