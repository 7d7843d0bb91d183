import LocalHTTP
import Testing

@testable import LocalServiceKit

struct HostileRequestTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    private func post(_ headers: HTTPHeaders, _ body: [UInt8], to path: String = "/") throws -> Answer {
        try cloud.send(HTTPRequest(method: "POST", rawPath: path, headers: headers, body: .bytes(body)))
    }

    private func form(_ text: String) throws -> Answer {
        var headers = LocalCloud.headers("sns")
        headers.append("Content-Type", "application/x-www-form-urlencoded")
        return try post(headers, Array(text.utf8))
    }

    @Test(arguments: ["%", "Action=%zz", "Action=%ff", "Action=%00", "Action=Publish&Message=%c3"])
    func `a form that cannot be read is refused`(text: String) throws {
        let answer = try form(text)
        #expect(answer.errorCode == "MalformedQueryString")
        #expect(answer.status == 404)
    }

    @Test(arguments: ["", "Action", "Action=", "=", "&&&", "Action.member.1=x", "Action.a.b.c.d.e.f.g=1"])
    func `a form without an action is refused`(text: String) throws {
        #expect(try form(text).errorCode == "InvalidAction")
    }

    @Test(arguments: [
        "Attributes=x", "Attributes.entry.1.key=a", "Attributes.entry.x.key=a", "Attributes.member.1=a",
        "Tags.member.1=x", "Tags.member.1.Key=x", "Tags.entry.1.key=a&Tags.entry.1.value=b", "Name.a=b",
    ])
    func `members of the wrong shape are refused`(parameters: String) throws {
        let answer = try form("Action=CreateTopic&Name=t&\(parameters)")
        #expect((400..<500).contains(answer.status))
        #expect(["MalformedInput", "ValidationError"].contains(answer.errorCode ?? ""))
    }

    @Test func `a member nested a thousand deep harms nobody`() throws {
        let name = Array(repeating: "a", count: 1000).joined(separator: ".")
        #expect(try form("Action=CreateTopic&Name=t&\(name)=x").status == 200)
    }

    @Test(arguments: [
        "", "{", "[]", "null", "\"x\"", "{\"QueueUrl\":1}", "{\"QueueUrl\":null}", "{\"QueueUrl\":{}}",
        "{\"QueueUrl\":\"\\ud800\"}", String(repeating: "[", count: 100_000),
        String(repeating: "{\"a\":", count: 100_000), "{\"QueueUrl\":\"x\",\"MaxNumberOfMessages\":1e999}",
        "{\"QueueUrl\":\"x\",\"MaxNumberOfMessages\":\"1\"}", "\u{FEFF}{}",
    ])
    func `JSON that is no input is refused as the client's fault`(text: String) throws {
        var headers = LocalCloud.headers("sqs")
        headers.append("X-Amz-Target", "AmazonSQS.ReceiveMessage")
        let answer = try post(headers, Array(text.utf8))
        #expect(answer.status == 400)
        #expect(answer["__type"].text != nil)
    }

    @Test func `bytes that are no UTF-8 are refused in every protocol`() throws {
        let bytes: [UInt8] = Array("{\"EmailIdentity\":\"".utf8) + [0xFF] + Array("\"}".utf8)
        #expect(try post(LocalCloud.headers("ses"), bytes, to: "/v2/email/identities").status == 400)
        var headers = LocalCloud.headers("sqs")
        headers.append("X-Amz-Target", "AmazonSQS.CreateQueue")
        #expect(try post(headers, bytes).status == 400)
    }

    @Test func `a signature of the built-in key must be right`() throws {
        let headers = LocalCloud.headers("sns", account: "test")
        let query = try post(headers, Array("Action=ListTopics".utf8))
        #expect(query.status == 403)
        #expect(query.errorCode == "SignatureDoesNotMatch")
        var json = LocalCloud.headers("sqs", account: "test")
        json.append("X-Amz-Target", "AmazonSQS.ListQueues")
        #expect(try post(json, Array("{}".utf8)).errorCode == "InvalidSignatureException")
        let mail = LocalCloud.headers("ses", account: "test")
        let rest = try post(mail, Array("{}".utf8), to: "/v2/email/identities")
        #expect(rest.status == 403)
        #expect(rest.errorCode == "InvalidSignatureException")
    }

    @Test func `characters that XML does not have do not break an answer`() throws {
        let topic = try cloud.createTopic("t", [("DisplayName", "a\u{1}<&>\u{FFFE}")])
        let answer = try cloud.sns("GetTopicAttributes", ["TopicArn": topic])
        #expect(answer.text.contains("a\u{FFFD}&lt;&amp;&gt;\u{FFFD}"))
    }

    @Test(arguments: ["'; DROP TABLE sns_topic; --", "\" OR 1=1", "%' UNION SELECT 1"])
    func `texts are no SQL`(text: String) throws {
        let topic = try cloud.createTopic("t", [("DisplayName", text)])
        #expect(try cloud.page("GET", "/_aws/ses?id=x%27%20OR%201=1")["messages"].count == 0)
        #expect(try cloud.sns("GetTopicAttributes", ["TopicArn": topic]).elements("value").contains(text))
    }
}
