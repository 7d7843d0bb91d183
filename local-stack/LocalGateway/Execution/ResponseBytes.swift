import FoundationEssentials
import LocalHTTP

/// Reads the body of a service's answer into memory.
enum ResponseBytes {
    /// The bytes.
    ///
    /// Throws `GatewayFault` if they are more than API Gateway's payload quota, or their file cannot be read.
    static func read(_ body: HTTPResponse.Body) throws(GatewayFault) -> [UInt8] {
        switch body {
        case .bytes(let bytes): return bytes
        case .file(let path, let offset, let count):
            guard count <= CollectedBody.maximumByteCount else {
                throw GatewayFault(.configurationError, detail: "the answer is larger than 10 MB")
            }
            guard let data = try? Data(contentsOf: URL(filePath: path)), offset + count <= data.count else {
                throw GatewayFault(.integrationFailure, detail: "\(path) cannot be read")
            }
            return Array(data[offset..<(offset + count)])
        case .stream: throw GatewayFault(.integrationFailure, detail: "the answer has no end")
        }
    }
}
