package import StageContracts

/// The keys of a puzzle's files, which follow from the request alone.
package struct PuzzleFolder: Sendable {
    /// What all keys begin with, with a slash at its end.
    package let path: String

    /// A folder of that path, with a slash at its end.
    package init(path: String) {
        self.path = path
    }

    /// The folder of a request in a bucket.
    package init(prefix: ObjectKey?, requestID: RequestID) {
        self.init(path: requestID.puzzleFolder(under: prefix))
    }

    /// Where the document lies.
    package var documentKey: String { path + "puzzle.json" }
    /// Where the small picture lies.
    var thumbnailKey: String { path + "thumbnail.jpg" }

    /// Where a sheet lies, by its index from 0.
    func sheetKey(_ index: Int) -> String { path + Self.sheetFile(index) }

    /// A sheet's name as the document has it.
    static func sheetFile(_ index: Int) -> String { "sheet-\(index + 1).webp" }

    /// The name of the small picture as an output; a dot keeps it apart from any rendition's.
    package static let thumbnailName = "puzzle.thumbnail"
    /// The name of a sheet as an output.
    package static func sheetName(_ index: Int) -> String { "puzzle.sheet-\(index + 1)" }
}
