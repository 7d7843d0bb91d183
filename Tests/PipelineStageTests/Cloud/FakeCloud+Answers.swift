import PipelineRuntime
import StageContracts

extension FakeCloud {
    /// How a service asks for fewer requests, each in its own shape.
    static func throttling(_ operation: String) -> HTTPResponse {
        switch operation {
        case "GetObject", "PutObject", "CopyObject", "DeleteObject", "HeadObject", "ListObjectsV2":
            .xmlError("SlowDown", status: 503)
        case "Publish": .xmlError("Throttling", status: 400)
        case "SendEmail":
            .json(["__type": .string("TooManyRequestsException"), "message": .string("later")], status: 429)
        default:
            .json(
                ["__type": .string("com.amazonaws.dynamodb.v20120810#ThrottlingException")],
                status: 400
            )
        }
    }
}

extension HTTPResponse {
    /// An answer of a JSON service.
    static func json(_ members: [String: JSONValue], status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: ["Content-Type": "application/x-amz-json-1.0"],
            body: JSONText(.object(members)).encodedJSON
        )
    }

    /// An answer of a service that speaks XML.
    static func xml(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, headers: ["Content-Type": "text/xml"], body: Array(text.utf8))
    }

    /// An error in the shape of S3, which the others' clients understand as well.
    static func xmlError(_ code: String, status: Int) -> HTTPResponse {
        .xml("<Error><Code>\(code)</Code><Message>no</Message></Error>", status: status)
    }
}

/// A JSON value as a document of its own.
struct JSONText: WireValue {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }
    init(from decoder: any Decoder) throws { value = try JSONValue(from: decoder) }
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
