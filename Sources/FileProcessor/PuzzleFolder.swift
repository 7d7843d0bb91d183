import StageContracts

/// The keys of a puzzle's files, which follow from the request alone.
struct PuzzleFolder {
    /// What all keys begin with, with a slash at its end; the id keeps requests with the same prefix apart.
    let path: String

    init(prefix: ObjectKey?, requestID: RequestID) {
        path = (prefix.map { "\($0.text)/" } ?? "") + "\(requestID)/puzzle/"
    }

    var documentKey: String { path + "puzzle.json" }
    var thumbnailKey: String { path + "thumbnail.jpg" }

    func sheetKey(_ index: Int) -> String { path + Self.sheetFile(index) }

    static func sheetFile(_ index: Int) -> String { "sheet-\(index + 1).webp" }

    /// The names of the outputs; a dot keeps them apart from any rendition's.
    static let thumbnailName = "puzzle.thumbnail"
    static func sheetName(_ index: Int) -> String { "puzzle.sheet-\(index + 1)" }
}
