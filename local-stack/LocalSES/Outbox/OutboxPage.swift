import LocalHTTP
import LocalServiceKit
import LocalStore

/// `/_aws/ses`: the mails that were sent, in the shape of LocalStack's page.
///
/// `GET` lists them, those with the id `?id=` and the sender `?email=` where given; `DELETE` removes all, or that of `?id=`.
struct OutboxPage: ControlPage {
    static let path = "/_aws/ses"
    let writer: StateWriter

    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        let items = request.queryItems ?? []
        // An empty filter counts as none.
        let id = items["id"].flatMap { $0.isEmpty ? nil : $0 }
        switch request.method {
        case "GET":
            let source = items["email"].flatMap { $0.isEmpty ? nil : $0 }
            writer.run { database throws(ServiceError) in
                try database.mails(id: id, source: source)
            } then: { result in
                reply.send(Self.list(result))
            }
        case "DELETE":
            writer.run { database throws(ServiceError) in
                try database.removeMails(id: id)
            } then: { result in
                reply.send(result.isSuccess ? HTTPResponse(status: 204) : .failedPage)
            }
        default: reply.send(HTTPResponse(status: 405, headers: ["Allow": "GET, DELETE"]))
        }
    }

    private static func list(_ result: Result<[String], ServiceError>) -> HTTPResponse {
        guard let mails = try? result.get() else { return .failedPage }
        return .page(["messages": .array(mails.map { .encoded(Array($0.utf8)) })])
    }
}
