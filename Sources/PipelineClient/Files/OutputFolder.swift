import Glibc
import PipelineRuntime
package import StageContracts

/// The folder of this machine into which a request's outputs are fetched.
package struct OutputFolder {
    private static let stallLimit = Duration.seconds(60)

    let path: String
    private let transport: any HTTPStreamingTransport

    /// A folder; it is made when something comes into it.
    package init(_ path: String, client: APIClient) {
        (self.path, transport) = (path, client.transport)
    }

    /// Fetches every output, and a puzzle's document; a file is there whole or not at all.
    ///
    /// - Throws: The first failure, after everything else has been fetched.
    package func fetch(_ record: Record) throws(APIError) -> [SavedOutput] {
        let wanted = try wishes(record)
        for wish in wanted { _ = try Self.make(wish.folder) }
        let results = transport.send(wanted.map(request))
        let kept = zip(wanted, results).map { wish, result in
            Result { () throws(APIError) in try keep(wish, result) }
        }
        for result in kept { try result.get() }
        return wanted.map { SavedOutput(name: $0.name, path: $0.file) }
    }

    private struct Wish {
        let name: String
        let file: String
        let link: String
        var partial: String { file + ".part" }
        var folder: String { String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]) }
    }

    private func wishes(_ record: Record) throws(APIError) -> [Wish] {
        var files = record.outputs.map { ($0.name, $0.key, $0.url) }
        if let puzzle = record.puzzle { files.append(("puzzle", puzzle.key, puzzle.url)) }
        return try files.map { name, key, link throws(APIError) in
            let file = "\(path)/\(Self.place(of: key, in: record.requestId.text))"
            guard let link else { throw .file(path: file, reason: "the record has no link to “\(name)”") }
            return Wish(name: name, file: file, link: link)
        }
    }

    /// What follows the request's own folder in the key, so that a puzzle's files stay together.
    static func place(of key: String, in id: String) -> String {
        let parts = key.split(separator: "/")
        let own = parts.lastIndex { $0 == id }.map { parts[($0 + 1)...] } ?? parts.suffix(1)
        return own.filter { $0 != ".." && $0 != "." }.joined(separator: "/")
    }

    private func request(_ wish: Wish) -> HTTPRequest {
        HTTPRequest(
            "GET",
            wish.link,
            stallTimeout: Self.stallLimit,
            destination: .file(path: wish.partial)
        )
    }

    private func keep(_ wish: Wish, _ result: Result<HTTPResponse, HTTPError>) throws(APIError) {
        switch result {
        case .success(let response) where response.status == 200: break
        case .success(let response):
            throw .link(path: wish.file, status: response.status)
        case .failure(let error) where error.kind == .fileFailed:
            throw .file(path: wish.file, reason: error.detail)
        case .failure(let error): throw .unreachable(url: wish.link, reason: error.detail)
        }
        chmod(wish.partial, 0o666 & ~Self.mask)
        guard rename(wish.partial, wish.file) == 0 else { throw Self.failure(wish.file) }
    }

    /// What the user takes away from a new file's permissions.
    private static let mask: mode_t = {
        let mask = umask(0)
        umask(mask)
        return mask
    }()

    /// What the system said last about a path.
    static func failure(_ path: String, _ what: String = "") -> APIError {
        .file(path: path, reason: what + String(cString: strerror(errno)))
    }
}
