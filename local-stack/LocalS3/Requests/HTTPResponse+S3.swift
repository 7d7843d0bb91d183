import LocalHTTP
import LocalServiceKit

extension HTTPResponse {
    /// An answer with one of S3's documents.
    static func xml(_ tree: XMLTree, status: Int = 200, headers: HTTPHeaders = HTTPHeaders()) -> HTTPResponse
    {
        var response = HTTPResponse(status: status, headers: headers, body: .bytes(tree.document))
        response.headers["Content-Type"] = "application/xml"
        return response
    }

    /// The error document for a request; an answer to HEAD has none.
    static func s3Error(
        _ error: ServiceError,
        resource: String,
        isHead: Bool,
        requestID: String
    ) -> HTTPResponse {
        guard !isHead else {
            return HTTPResponse(status: error.status, headers: ["Content-Type": "application/xml"])
        }
        let members = error.members.sorted { $0.key < $1.key }.map { XMLTree($0.key, "\($0.value)") }
        let fixed = [
            XMLTree("Resource", resource), XMLTree("RequestId", requestID), XMLTree("HostId", requestID),
        ]
        let start = [XMLTree("Code", error.code), XMLTree("Message", error.message)]
        return .xml(XMLTree("Error", start + members + fixed), status: error.status)
    }
}
