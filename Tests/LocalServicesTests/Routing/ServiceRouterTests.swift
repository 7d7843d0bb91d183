import LocalHTTP
import Testing

@testable import LocalServiceKit
@testable import LocalServices

struct ServiceRouterTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    private static let form = "application/x-www-form-urlencoded"

    @Test(
        arguments: [
            ("POST", "/", "", ["X-Amz-Target": "AmazonSQS.SendMessage"], ServiceName.sqs),
            ("POST", "/", "", ["X-Amz-Target": "DynamoDB_20120810.PutItem"], .dynamodb),
            ("POST", "/", "", ["X-Amz-Target": "secretsmanager.GetSecretValue"], .secretsManager),
            ("GET", "/_aws/ses", "", [:], .control), ("GET", "/_localstack/health", "", [:], .control),
            ("POST", "/v2/email/outbound-emails", "", [:], .ses),
            ("POST", "/", "", ["Content-Type": form], .form),
            ("GET", "/", "Action=Unsubscribe", [:], .form), ("GET", "/bucket/key", "", [:], .s3),
            ("PUT", "/v2", "", [:], .s3),
            ("POST", "/bucket", "", ["Content-Type": "multipart/form-data"], .s3),
            ("GET", "/b", "X-Amz-Credential=k%2F20260101%2Fus-east-1%2Fs3%2Faws4_request", [:], .s3),
            ("GET", "/", "X-Amz-Credential=k%2F20260101%2Fus-east-1%2Fsts%2Faws4_request", [:], .sts),
        ] as [(String, String, String, [String: String], ServiceName)]
    )
    func `a request is for the service that its head names`(
        method: String,
        path: String,
        query: String,
        fields: [String: String],
        name: ServiceName
    ) {
        var headers = HTTPHeaders()
        for (name, value) in fields { headers.append(name, value) }
        let request = HTTPRequest(method: method, rawPath: path, rawQuery: query, headers: headers)
        #expect(ServiceName(of: request) == name)
    }

    @Test(arguments: [
        ("sqs", ServiceName.sqs), ("sns", .sns), ("ses", .ses), ("email", .ses), ("sts", .sts),
        ("dynamodb", .dynamodb), ("secretsmanager", .secretsManager), ("s3", .s3), ("glacier", .s3),
    ])
    func `a request is for the service that it was signed for`(scope: String, name: ServiceName) {
        let request = HTTPRequest(method: "PUT", rawPath: "/", headers: LocalCloud.headers(scope))
        #expect(ServiceName(of: request) == name)
    }

    /// Sends a form that nobody signed.
    private func post(_ form: String) throws -> Answer {
        let headers: HTTPHeaders = ["Host": "localhost:4566", "Content-Type": Self.form]
        let body = HTTPBody.bytes(Array(form.utf8))
        return try cloud.send(HTTPRequest(method: "POST", rawPath: "/", headers: headers, body: body))
    }

    @Test(arguments: [
        ("Action=CreateTopic&Name=t&Version=2010-03-31", "CreateTopicResponse"),
        ("Action=CreateTopic&Name=t", "CreateTopicResponse"),
        ("Action=ListIdentities", "ListIdentitiesResponse"),
        ("Action=GetCallerIdentity&Version=2011-06-15", "GetCallerIdentityResponse"),
        ("Action=CreateQueue&QueueName=q", "CreateQueueResponse"),
    ])
    func `a form that nobody signed is for the service whose action it names`(
        form: String,
        element: String
    ) throws {
        let answer = try post(form)
        #expect(answer.status == 200)
        #expect(answer.text.contains("<\(element) "))
    }

    @Test func `a link that ends a subscription works without a signature`() throws {
        try cloud.createQueue("q")
        let topic = try cloud.createTopic("t")
        let subscription = try cloud.subscribe("q", to: topic)
        let headers: HTTPHeaders = ["Host": "localhost:4566"]
        let query = "Action=Unsubscribe&SubscriptionArn=\(subscription)"
        let request = HTTPRequest(method: "GET", rawPath: "/", rawQuery: query, headers: headers)
        #expect(try cloud.send(request).status == 200)
        #expect(try cloud.sns("ListSubscriptions").elements("SubscriptionArn") == [])
    }

    @Test(arguments: ["sns", "ses", "sts", "sqs"])
    func `an action that a service does not have is refused in its protocol`(service: String) throws {
        let answer = try cloud.query(service, "FlyToTheMoon")
        #expect(answer.status == 400)
        #expect(answer.errorCode == "InvalidAction")
        #expect(answer.element("Type") == "Sender")
        #expect(answer.element("RequestId") == answer.headers["x-amzn-RequestId"])
    }

    @Test func `an unknown target is refused as JSON`() throws {
        let answer = try cloud.sqs("FlyToTheMoon")
        #expect(answer.errorCode == "UnknownOperationException")
        #expect(answer["__type"] == "com.amazon.coral.service#UnknownOperationException")
    }

    @Test func `an unknown path of a REST service is refused as JSON`() throws {
        let answer = try cloud.mail("PATCH", "/v2/email/identities")
        #expect(answer.status == 404)
        #expect(answer.errorCode == "UnknownOperationException")
    }

    @Test func `a page that is not there is not found`() throws {
        #expect(try cloud.page("GET", "/_aws/none").status == 404)
        #expect(try cloud.page("GET", "/_aws/sesame").status == 404)
    }

    @Test func `the account is the key's, where that is an account's number`() throws {
        let headers = LocalCloud.headers("sts", account: "123456789012")
        let request = HTTPRequest(
            method: "POST",
            rawPath: "/",
            headers: headers,
            body: .bytes(Array("Action=GetCallerIdentity".utf8))
        )
        #expect(try cloud.send(request).element("Arn") == "arn:aws:iam::123456789012:root")
        #expect(try cloud.query("sts", "GetCallerIdentity").element("Account") == "000000000000")
    }

    @Test(arguments: [("sqs", 400), ("sns", 200), ("dynamodb", 400), ("kinesis", 501)])
    func `a caller in this process names the service, whatever the request looks like`(
        name: String,
        status: Int
    ) throws {
        let request = HTTPRequest(
            method: "POST",
            rawPath: "/",
            headers: ["Host": "localhost:4566", "Content-Type": Self.form],
            body: .bytes(Array("Action=CreateTopic&Name=t".utf8))
        )
        let pending = PendingAnswer()
        cloud.stack.router(of: name).dispatch(request) { pending.set($0) }
        #expect(try pending.answer().status == status)
    }
}
