import FoundationEssentials
import LocalHTTP
import Testing

@Suite
struct HTTPServerTests {
    @Test func `a request is answered from another thread`() throws {
        let server = try HTTPServer(handler: EchoHandler())
        defer { server.stop() }
        let client = try RawClient(port: server.port)
        client.send("POST /a%20b?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello")
        let answer = try client.readResponse()
        #expect(answer.status == 200)
        #expect(answer.text == "POST /a%20b?x=1 hello")
    }
}
