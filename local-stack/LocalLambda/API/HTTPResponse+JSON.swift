import FoundationEssentials
import LocalHTTP

extension HTTPResponse {
    /// An answer with a JSON document.
    static func json(status: Int, headers: HTTPHeaders = HTTPHeaders(), _ document: some Encodable) -> Self {
        var headers = headers
        headers["Content-Type"] = "application/json"
        return Self(status: status, headers: headers, body: .bytes(.json(document)))
    }
}

extension [UInt8] {
    /// The document as JSON, its keys in order and its slashes as they are.
    static func json(_ document: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        guard let json = try? encoder.encode(document) else {
            preconditionFailure("documents consist of texts and whole numbers, which always encode")
        }
        return Array(json)
    }
}
