import LocalHTTP
import LocalServiceKit

/// How a request's body is sent, by `x-amz-content-sha256` and `Content-Encoding`.
enum BodyEncoding: Sendable, Hashable {
    /// As it is; the digest is the one that the client signed.
    case plain(sha256: String?)
    /// In `aws-chunked` frames.
    case chunked(isSigned: Bool, hasTrailer: Bool)

    init(_ headers: HTTPHeaders) throws(ServiceError) {
        switch headers["x-amz-content-sha256"] {
        case "STREAMING-UNSIGNED-PAYLOAD-TRAILER": self = .chunked(isSigned: false, hasTrailer: true)
        case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD": self = .chunked(isSigned: true, hasTrailer: false)
        case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER": self = .chunked(isSigned: true, hasTrailer: true)
        case nil, "UNSIGNED-PAYLOAD":
            let isChunked = Self.encodings(headers).contains { $0.lowercased() == "aws-chunked" }
            self = isChunked ? .chunked(isSigned: false, hasTrailer: true) : .plain(sha256: nil)
        case .some(let value) where value.hasPrefix("STREAMING-"):
            throw .headerNotImplemented("x-amz-content-sha256")
        case .some(let value):
            guard value.utf8.count == 64, value.allSatisfy({ $0.isHexDigit }) else {
                throw Self.invalid(value)
            }
            self = .plain(sha256: value.lowercased())
        }
    }

    /// The content encodings, without the one that is only a way of sending; nil where none is left.
    static func storedEncoding(_ headers: HTTPHeaders) -> String? {
        let left = encodings(headers).filter { $0.lowercased() != "aws-chunked" }
        return left.isEmpty ? nil : left.joined(separator: ",")
    }

    private static func encodings(_ headers: HTTPHeaders) -> [String] {
        headers.values("Content-Encoding").flatMap { $0.split(separator: ",") }
            .flatMap { $0.split(separator: " ") }
            .map(String.init)
    }

    private static func invalid(_ value: String) -> ServiceError {
        .invalidArgument(
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, "
                + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            name: "x-amz-content-sha256",
            value: value
        )
    }
}
