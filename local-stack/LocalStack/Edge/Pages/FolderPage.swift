import FoundationEssentials
import LocalHTTP

/// A page of the template's own: the files of a folder, below a path.
///
/// From here a page has the origin of the API and of the files: browsers let it read what both answer.
struct FolderPage: Page {
    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript",
        "json": "application/json", "webp": "image/webp", "png": "image/png", "jpg": "image/jpeg",
    ]

    private let path: String
    private let folder: String

    init(_ definition: PageDefinition) {
        (path, folder) = (definition.path, definition.folder)
    }

    func isAt(_ path: String) -> Bool { path.hasPrefix(self.path) }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let rest = request.rawPath.dropFirst(path.count)
        let name = rest.isEmpty ? "index.html" : String(rest)
        // Only names of files of this very folder: no dots but the one before the type, no escapes.
        guard name.wholeMatch(of: /[A-Za-z0-9-]+\.[a-z]+(\.json)?/) != nil,
            let type = name.split(separator: ".").last.flatMap({ Self.types[String($0)] }),
            let data = try? Data(contentsOf: URL(filePath: folder + name))
        else {
            return HTTPResponse(status: 404, contentType: "text/plain", text: "no such file\n")
        }
        return HTTPResponse(status: 200, headers: ["Content-Type": type], body: .bytes(Array(data)))
    }
}
