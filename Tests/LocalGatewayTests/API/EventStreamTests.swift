import LocalHTTP
import Testing

@testable import LocalGateway

struct EventStreamTests {
    private static func document(_ extension: String) -> String {
        """
        paths:
          /things/{id}/events:
            get:
              x-event-stream: \(`extension`)
              x-amazon-apigateway-integration: { type: mock, responses: { default: { statusCode: 501 } } }
        """
    }

    private static let stream =
        "{ topic: t, attribute: thing, parameter: id, name: type, id: sequence, last: [done], lastRetentionDays: 3 }"

    @Test func `a stream answers in place of the integration`() throws {
        let bench = try GatewayBench(yaml: Self.document(Self.stream), watch: true)
        #expect(bench.problems == [])
        #expect(bench.leftovers == [])
        let response = bench.send("GET", "/v1/things/a%20b/events", headers: ["Last-Event-ID": "7"])
        #expect(response.status == 200)
        #expect(response.headers["x-amzn-RequestId"] == "req-1")
        #expect(response.text == "t thing a b after 7, ends with [\"done\"] kept 3 days")
        #expect(bench.send("GET", "/things/x/events").text.hasPrefix("t thing x after nothing"))
    }

    @Test func `what can have no events is answered by the integration`() throws {
        let stream = Self.stream.replacing(
            "{ topic",
            with: "{ pattern: '[a-z]{1,3}', patienceSeconds: 5, topic"
        )
        let bench = try GatewayBench(yaml: Self.document(stream), watch: true)
        #expect(bench.problems == [] && bench.leftovers == [])
        #expect(bench.send("GET", "/things/abc/events").status == 200)
        for id in ["abcd", "a%20b", "%0A"] {
            #expect(bench.send("GET", "/things/\(id)/events").status == 501)
        }
    }

    @Test func `without streams the integration answers, as in the cloud`() throws {
        let bench = try GatewayBench(yaml: Self.document(Self.stream))
        #expect(bench.send("GET", "/things/x/events").status == 501)
    }

    @Test(arguments: [
        ("{ attribute: a, parameter: id, name: n }", "topic"),
        ("{ topic: t, parameter: id }", "name"),
        ("{ topic: t, attribute: a, parameter: other, name: n }", "no variable of the path: other"),
        ("{ topic: t, attribute: a, parameter: id, name: n, id: guess }", "id"),
        ("{ topic: t, attribute: a, parameter: id, name: n, lastRetentionDays: 0 }", "lastRetentionDays"),
    ])
    func `a stream that cannot be is refused`(text: String, problem: String) throws {
        let bench = try GatewayBench(yaml: Self.document(text), watch: true)
        #expect(bench.problems.contains { $0.contains(problem) }, "\(bench.problems)")
    }
}
