/// A piece, where it lies in the picture and where in a sheet.
package struct PlacedPiece: Hashable, Sendable {
    /// Its row, from 0.
    package let row: Int
    /// Its column, from 0.
    package let column: Int
    /// Its rectangle in the picture.
    package let box: PixelBox
    /// Where that rectangle lies in the sheets.
    package let place: SheetPlace
}
