import FoundationEssentials
import LocalHTTP

/// Serves the page on which puzzles are played: `GET /_puzzle/`, from the folder `docs/puzzle` beside the template.
///
/// From here the page has the origin of the API and of the files: browsers let it read a request's record and its sheets.
struct PuzzlePage: HTTPHandler {
    private static let path = "/_puzzle/"
    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript",
        "json": "application/json", "webp": "image/webp", "png": "image/png", "jpg": "image/jpeg",
    ]

    private let folder: String

    /// The page beside a template's file.
    init(besideTemplate template: String) {
        folder =
            template.split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }
            .joined() + "docs/puzzle/"
    }

    /// Whether a request asks for the page or a file of it.
    static func answers(_ head: HTTPRequest) -> Bool {
        head.rawPath.hasPrefix(path) && !ServiceRequest.isOne(head)
    }

    func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 65_536) }

    func handle(_ request: HTTPRequest, reply: Reply) {
        guard ["GET", "HEAD"].contains(request.method) else {
            return reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, HEAD"]))
        }
        let rest = request.rawPath.dropFirst(Self.path.count)
        let name = rest.isEmpty ? "index.html" : String(rest)
        // Only names of files of this very folder: no dots but the one before the type, no escapes.
        guard name.wholeMatch(of: /[A-Za-z0-9-]+\.[a-z]+(\.json)?/) != nil,
            let type = name.split(separator: ".").last.flatMap({ Self.types[String($0)] }),
            let data = try? Data(contentsOf: URL(filePath: folder + name))
        else {
            return reply.send(HTTPResponse(status: 404, contentType: "text/plain", text: "no such file\n"))
        }
        reply.send(HTTPResponse(status: 200, headers: ["Content-Type": type], body: .bytes(Array(data))))
    }
}
