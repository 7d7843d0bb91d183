import LocalHTTP
import LocalServiceKit
import LocalStore

/// `/_aws/sqs/messages`: the messages of a queue, without receiving them, in the shape of LocalStack's page.
///
/// The queue is given by `?QueueUrl=` or as `/_aws/sqs/messages/{region}/{account}/{name}`. `ShowInvisible=true` adds the messages
/// that are in flight, `ShowDelayed=true` those whose delay has not passed. The answer is that of `ReceiveMessage` in XML, or in
/// JSON for those who accept it.
struct QueueContentsPage: ControlPage {
    static let path = "/_aws/sqs/messages"
    let writer: StateWriter

    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        guard request.method == "GET" else {
            return reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET"]))
        }
        let items = request.queryItems ?? []
        let url = url(request, items)
        let isJSON = request.headers["Accept"]?.contains("application/json") == true
        writer.run { database throws(ServiceError) in
            let queue = try database.queue(url: url, context)
            return try database.contents(
                of: queue,
                inFlight: Self.flag(items["ShowInvisible"]),
                delayed: Self.flag(items["ShowDelayed"])
            )
        } then: { result in
            reply.send(Self.response(result, isJSON: isJSON, context))
        }
    }

    /// The queue's URL; a path below the page's is the end of one.
    private func url(_ request: HTTPRequest, _ items: [QueryItem]) -> String {
        if let url = items["QueueUrl"] { return url }
        return "http://localhost/queue" + (request.path ?? "").dropFirst(Self.path.count)
    }

    private static func flag(_ text: String?) -> Bool { ["true", "1"].contains(text?.lowercased()) }

    private static func response(
        _ result: Result<[QueueContent], ServiceError>,
        isJSON: Bool,
        _ context: ActionContext
    ) -> HTTPResponse {
        switch result {
        case .success(let contents) where isJSON: return .page(document(contents, context))
        case .success(let contents):
            let output: WireValue = ["Messages": .array(contents.map(\.value))]
            let bytes = SQS.layout.document(output, action: "ReceiveMessage", requestID: context.requestID)
            return HTTPResponse(status: 200, headers: ["Content-Type": "text/xml"], body: .bytes(bytes))
        case .failure(let error):
            let bytes = SQS.layout.document(error, requestID: context.requestID)
            return HTTPResponse(
                status: error.status,
                headers: ["Content-Type": "text/xml"],
                body: .bytes(bytes)
            )
        }
    }

    /// The XML's structure as JSON.
    private static func document(_ contents: [QueueContent], _ context: ActionContext) -> WireValue {
        [
            "ReceiveMessageResponse": [
                "ReceiveMessageResult": ["Message": .array(contents.map(\.listed))],
                "ResponseMetadata": ["RequestId": .string(context.requestID)],
            ]
        ]
    }
}
