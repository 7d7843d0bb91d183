/// Where a rectangle lies in the sheets.
package struct SheetPlace: Hashable, Sendable {
    /// The sheet, from 0.
    package let sheet: Int
    /// The first column.
    package let left: Int
    /// The first row.
    package let top: Int
}
