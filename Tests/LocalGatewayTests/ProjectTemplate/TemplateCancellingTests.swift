import LocalHTTP
import Testing

@testable import LocalGateway

/// Requests taken back through the API of the project's own template.
struct TemplateCancellingTests {
    private static func takingBack(
        _ answer: String,
        status: Int = 400,
        id: String = "order-1"
    ) throws -> (GatewayBench, HTTPResponse) {
        let bench = try GatewayBench.ofProjectTemplate(
            answer: HTTPResponse(status: status, contentType: "application/x-amz-json-1.0", text: answer)
        )
        return (bench, bench.send("DELETE", "/v1/requests/\(id)"))
    }

    @Test func `a request is cancelled by a note in the table`() throws {
        let (bench, response) = try Self.takingBack("{}", status: 200)
        #expect(response.status == 202)
        let json = try JSONValue(json: response.text)
        #expect(json["requestId"]?.string == "order-1")
        #expect(json["statusUrl"]?.string == "http://127.0.0.1:4566/v1/requests/order-1")
        #expect(json["eventsUrl"]?.string == "http://127.0.0.1:4566/v1/requests/order-1/events")
        let call = try #require(bench.calls.first)
        #expect(call.request.headers["X-Amz-Target"] == "DynamoDB_20120810.UpdateItem")
        let input = try JSONValue(json: call.body)
        #expect(input["Key"]?.text == #"{"requestId":{"S":"order-1"}}"#)
        #expect(input["ExpressionAttributeValues"]?[":now"]?["N"]?.string == "1428582896000")
        #expect(input["ExpressionAttributeValues"]?[":seconds"]?["N"]?.string == "1428582896")
    }

    @Test(arguments: ["it's", "a%0A", "-a", "%22%7D", String(repeating: "x", count: 129)])
    func `what cannot be an id is sent as an empty key, which the table refuses`(id: String) throws {
        let (bench, response) = try Self.takingBack(#"{"__type":"ValidationException"}"#, id: id)
        #expect(response.status == 404)
        let input = try JSONValue(json: try #require(bench.calls.first).body)
        #expect(input["Key"]?.text == #"{"requestId":{"S":""}}"#)
    }

    @Test(arguments: [
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"processed"}}}"#, 409),
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"failed"}}}"#, 409),
        (#"{"__type":"ConditionalCheckFailedException","Item":{"status":{"S":"cancelled"}}}"#, 202),
        (#"{"__type":"ValidationException","message":"too long"}"#, 404),
    ])
    func `a request that has ended is not cancelled`(answer: String, status: Int) throws {
        let (_, response) = try Self.takingBack(answer)
        #expect(response.status == status)
        let json = try JSONValue(json: response.text)
        let type = status == 202 ? "application/json" : "application/problem+json"
        #expect(response.headers["Content-Type"] == type)
        #expect(json[status == 202 ? "statusUrl" : "code"] != nil)
    }
}
