import FoundationEssentials

/// Reads the error that a service answered, in whichever of AWS's shapes it is.
enum AWSErrorDecoder {
    private struct JSONShape: Decodable {
        let type: String?
        let code: String?
        let message: String?
        let capitalMessage: String?

        enum CodingKeys: String, CodingKey {
            case type = "__type"
            case code
            case message
            case capitalMessage = "Message"
        }
    }

    private struct ConditionShape: Decodable {
        let item: [String: AttributeValue]?

        enum CodingKeys: String, CodingKey {
            case item = "Item"
        }
    }

    /// The error of `call` that `response` tells of.
    static func error(_ response: HTTPResponse, of call: AWSCall, signedFor region: String) -> AWSError {
        let isXML = response.body.first { $0 > 0x20 } == UInt8(ascii: "<")
        let (code, message, id) = isXML ? xml(response.body) : json(response)
        let name = code.map(shapeName)
        return AWSError(
            kind(response, name),
            redirection(response, region) ?? message ?? "status \(response.status)",
            code: name,
            service: call.service,
            operation: call.operation,
            requestID: id ?? response.requestID
        )
    }

    /// A failed condition is an answer that the caller acts on, with the item that stood in its way.
    private static func kind(_ response: HTTPResponse, _ code: String?) -> AWSError.Kind {
        guard code == "ConditionalCheckFailedException" else { return .refused(status: response.status) }
        let refusal = try? JSONDecoder().decode(ConditionShape.self, from: Data(response.body))
        return .conditionFailed(item: refusal?.item)
    }

    /// The code is in `Error/Code` (S3) or `ErrorResponse/Error/Code` (Query).
    private static func xml(_ body: [UInt8]) -> (code: String?, message: String?, id: String?) {
        guard let tree = XMLTree(parsing: body) else { return (nil, nil, nil) }
        let error =
            tree.name == "Error"
            ? tree : tree.element(at: ["Error"]) ?? tree.element(at: ["Errors", "Error"])
        let id = tree.text(at: ["RequestId"]) ?? tree.text(at: ["RequestID"])
        return (error?.text(at: ["Code"]), error?.text(at: ["Message"]), id)
    }

    /// The code is in `__type` (AWS JSON), `x-amzn-errortype` (REST-JSON) or `x-amzn-query-error` (what once was Query).
    private static func json(_ response: HTTPResponse) -> (code: String?, message: String?, id: String?) {
        let shape = try? JSONDecoder().decode(JSONShape.self, from: Data(response.body))
        let named = response.headers["x-amzn-errortype"] ?? shape?.type ?? shape?.code
        let code = named ?? response.headers["x-amzn-query-error"]
        return (code, shape?.message ?? shape?.capitalMessage, nil)
    }

    /// `com.amazonaws.sqs#QueueDoesNotExist:http://…` and `AWS.…NonExistentQueue;Sender` without what is around.
    private static func shapeName(_ text: String) -> String {
        let name = text.prefix { $0 != ":" && $0 != ";" && $0 != "," }
        return String(name.split(separator: "#").last ?? name)
    }

    /// What to do about a bucket in another region: its address must change, asking again does not help.
    private static func redirection(_ response: HTTPResponse, _ region: String) -> String? {
        guard let there = response.headers["x-amz-bucket-region"], there != region, !there.isEmpty else {
            return nil
        }
        guard [301, 307, 400].contains(response.status) else { return nil }
        return "the bucket is in \(there), but requests are signed for \(region): set AWS_REGION to \(there)"
    }
}

extension HTTPResponse {
    /// The service's id of the request.
    var requestID: String? {
        headers["x-amzn-requestid"] ?? headers["x-amz-request-id"]
    }
}
