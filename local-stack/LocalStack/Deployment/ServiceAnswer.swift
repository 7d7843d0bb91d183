import FoundationEssentials
import LocalHTTP

/// What a service answered to the deployment.
struct ServiceAnswer {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) {
        self.response = response
    }

    /// The body as text.
    var text: String {
        if case .bytes(let bytes) = response.body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }

    /// The value that the body's JSON stands for; nil where it stands for none.
    func decoded<Value: Decodable>(as type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The error's code as the service's protocol has it; nil for a success.
    var errorCode: String? {
        guard response.status >= 300 else { return nil }
        if let code = text.firstMatch(of: /<Code>([^<]+)<\/Code>/)?.1 { return String(code) }
        let type = decoded(as: ErrorBody.self)?.type ?? response.headers["x-amzn-ErrorType"]
        return type.map { String($0.split(separator: "#").last ?? "") } ?? "status \(response.status)"
    }

    /// Does nothing for a success, or for an error of the given codes.
    ///
    /// Throws `DeploymentFailure` with the service's words otherwise.
    func accept(alsoCodes codes: [String] = [], of logicalID: String) throws(DeploymentFailure) {
        guard let errorCode, !codes.contains(errorCode) else { return }
        throw DeploymentFailure(logicalID: logicalID, reason: "\(response.status) \(text)")
    }

    private struct ErrorBody: Decodable {
        let type: String?

        enum CodingKeys: String, CodingKey {
            case type = "__type"
        }
    }
}
