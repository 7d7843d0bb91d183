extension RequestID {
    /// The folder of the request's files in a bucket, with a slash at its end; no other request stores directly in it.
    package var folder: String { "\(text)/" }

    /// The folder of the request's puzzle among the outputs; the id keeps requests with the same prefix apart.
    package func puzzleFolder(under prefix: ObjectKey?) -> String {
        (prefix.map { "\($0.text)/" } ?? "") + "\(text)/puzzle/"
    }

    /// Where the request's own copy of its original lies beside its normalised copy, where that is not the same file.
    package var originalKey: String { "\(text)/original" }

    /// The folder among the outputs of the small pictures by which a mail shows them.
    package var previewFolder: String { "\(folder)previews/" }

    /// The key of the small picture by which a mail shows an output.
    package func previewKey(of output: String) -> String { previewFolder + output }

    /// The folder among the uploads of what was fetched from the web for the request.
    package var sourceFolder: String { "sources/\(text)/" }
}
