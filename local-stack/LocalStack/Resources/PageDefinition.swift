import CloudTemplate

/// A page that a template brings along for those who run it here.
///
/// The template's section `Metadata` says so:
///
///     Metadata:
///       local-stack:
///         Pages:
///           - Path: /_puzzle/
///             Folder: docs/puzzle
///             Query: "?puzzle=/requests/ID"
///             Description: a page to play the puzzle of a request
struct PageDefinition: Sendable {
    /// The path at which the folder's `index.html` is; its other files are below it.
    let path: String
    /// The folder, with a slash at the end.
    let folder: String
    /// How to call the page: path and query.
    let example: String
    /// What the page is for.
    let description: String

    /// The pages of a stack; relative folders count from `directory`.
    static func all(of stack: Stack, directory: String, problems: ProblemList) -> [PageDefinition] {
        guard let metadata = stack.metadata else { return [] }
        let reader = PropertyReader(metadata, path: "Metadata", problems: problems).reader("local-stack")
        let pages = reader?.readers("Pages") ?? []
        let definitions = pages.compactMap { PageDefinition($0, directory: directory) }
        for unknown in reader?.leftovers ?? [] {
            problems.add(unknown.mark, "\(unknown.path) is nothing that the local stack knows")
        }
        return definitions
    }

    private init?(_ reader: PropertyReader, directory: String) {
        let query = reader.text("Query") ?? ""
        let (path, folder) = (reader.requiredText("Path"), reader.requiredText("Folder"))
        let description = reader.requiredText("Description")
        guard let path, let folder, let description else { return nil }
        // A name of a bucket begins with a letter or a digit.
        guard path.wholeMatch(of: /\/_[a-z0-9-]+\//) != nil, path != "/_aws/" else {
            reader.refuse("Path", "has to be like /_name/, which no bucket and no service has")
            return nil
        }
        self.path = path
        self.folder = (folder.hasPrefix("/") ? "" : directory) + folder + "/"
        example = path + query
        self.description = description
    }
}
