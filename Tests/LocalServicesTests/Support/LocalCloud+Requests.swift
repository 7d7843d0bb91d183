import LocalHTTP
import LocalJSON

@testable import LocalServiceKit

extension LocalCloud {
    /// The headers of a request that some key signed whose secret nobody here knows.
    static func headers(
        _ service: String,
        region: String = "us-east-1",
        account: String = "AKIDEXAMPLE"
    ) -> HTTPHeaders {
        let scope = "\(account)/20260101/\(region)/\(service)/aws4_request"
        return [
            "Host": "localhost:4566", "X-Amz-Date": "20260101T000000Z",
            "Authorization":
                "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host;x-amz-date, Signature=00",
        ]
    }

    /// A request of the Query protocol.
    static func form(
        _ service: String,
        _ action: String,
        _ parameters: [(String, String)],
        region: String = "us-east-1"
    ) -> HTTPRequest {
        let items = [("Action", action)] + parameters
        let body = items.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
        var headers = headers(service, region: region)
        headers.append("Content-Type", "application/x-www-form-urlencoded")
        return HTTPRequest(
            method: "POST",
            rawPath: "/",
            headers: headers,
            body: .bytes(Array(body.joined(separator: "&").utf8))
        )
    }

    /// Asks a service by the Query protocol.
    func query(
        _ service: String,
        _ action: String,
        _ parameters: KeyValuePairs<String, String> = [:],
        region: String = "us-east-1"
    ) throws -> Answer {
        let parameters = parameters.map { ($0.key, $0.value) }
        return try send(Self.form(service, action, parameters, region: region))
    }

    /// Asks SNS.
    func sns(_ action: String, _ parameters: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try query("sns", action, parameters)
    }

    /// A request of SQS's JSON protocol.
    static func sqsRequest(
        _ action: String,
        _ input: WireValue,
        region: String = "us-east-1"
    ) -> HTTPRequest {
        var headers = headers("sqs", region: region)
        headers.append("Content-Type", "application/x-amz-json-1.0")
        headers.append("X-Amz-Target", "AmazonSQS.\(action)")
        return HTTPRequest(
            method: "POST",
            rawPath: "/",
            headers: headers,
            body: .bytes(JSONWriter.write(input))
        )
    }

    /// Asks SQS.
    func sqs(
        _ action: String,
        _ input: WireValue = [:],
        region: String = "us-east-1"
    ) throws -> Answer {
        try send(Self.sqsRequest(action, input, region: region))
    }

    /// Asks version 2 of SES.
    func mail(_ method: String, _ path: String, _ input: WireValue? = nil) throws -> Answer {
        let (path, query) = Self.parts(path)
        return try send(
            HTTPRequest(
                method: method,
                rawPath: path,
                rawQuery: query,
                headers: Self.headers("ses"),
                body: .bytes(input.map(JSONWriter.write) ?? [])
            )
        )
    }

    /// Asks for a page of the local stack's own.
    func page(
        _ method: String,
        _ path: String,
        accept: String? = nil,
        body: String = ""
    ) throws -> Answer {
        let (path, query) = Self.parts(path)
        var headers: HTTPHeaders = ["Host": "localhost:4566"]
        if let accept { headers.append("Accept", accept) }
        return try send(
            HTTPRequest(
                method: method,
                rawPath: path,
                rawQuery: query,
                headers: headers,
                body: .bytes(Array(body.utf8))
            )
        )
    }

    private static func parts(_ path: String) -> (path: String, query: String) {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }
}
