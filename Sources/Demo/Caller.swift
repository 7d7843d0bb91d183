import Foundation
import PipelineRuntime
import StageContracts

/// A caller of the HTTP API: it knows the stack's address and nothing else of the system.
struct Caller {
    let url: String
    let transport: any HTTPTransport

    /// What the API answers to an upload.
    struct Upload: Decodable {
        let key: String
        let url: String
    }

    private struct Accepted: Decodable {
        let requestId: String
    }

    func upload(_ bytes: [UInt8], name: String) throws -> Upload {
        let path = "/files/" + (name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "photo")
        let answer = try send(
            "the upload",
            HTTPRequest("PUT", url + path, body: .bytes(bytes)),
            expecting: 201
        )
        return try decode(answer, of: "the upload")
    }

    /// Posts a request and answers its id.
    func ask(_ request: some Encodable) throws -> String {
        let body = try Array(JSONEncoder().encode(request))
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let post = HTTPRequest("POST", url + "/process-file", headers: headers, body: .bytes(body))
        let accepted: Accepted = try decode(send("the request", post, expecting: 202), of: "the request")
        return accepted.requestId
    }

    /// The record, or nil as long as no stage has taken the request up.
    func record(_ id: String) throws -> Record? {
        let response = try exchange("the record", HTTPRequest("GET", "\(url)/requests/\(id)"))
        if response.status == 404 { return nil }
        guard response.status == 200 else { throw refusal("the record", response) }
        return try Record(decodingJSON: response.body)
    }

    func download(_ link: String) throws -> [UInt8] {
        try send("an output", HTTPRequest("GET", link), expecting: 200)
    }

    func mails() throws -> [Mail] {
        let outbox: Outbox = try decode(
            send("the outbox", HTTPRequest("GET", url + "/_aws/ses"), expecting: 200),
            of: "the outbox"
        )
        return outbox.messages
    }

    private func exchange(_ what: String, _ request: HTTPRequest) throws -> HTTPResponse {
        do throws(HTTPError) {
            return try transport.send(request)
        } catch {
            throw DemoError.unreachable(what: what, reason: "\(error)")
        }
    }

    private func send(_ what: String, _ request: HTTPRequest, expecting status: Int) throws -> [UInt8] {
        let response = try exchange(what, request)
        guard response.status == status else { throw refusal(what, response) }
        return response.body
    }

    private func refusal(_ what: String, _ response: HTTPResponse) -> DemoError {
        .refused(what: what, status: response.status, body: String(decoding: response.body, as: UTF8.self))
    }

    private func decode<Value: Decodable>(_ body: [UInt8], of what: String) throws -> Value {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(body)) else {
            throw DemoError.unreadable(what: what, body: String(decoding: body, as: UTF8.self))
        }
        return value
    }
}
