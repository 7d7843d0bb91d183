import FoundationEssentials
import PipelineClient
import PipelineRuntime

extension APIClient {
    /// The mails that the local stack keeps instead of sending them.
    func mails() throws -> [Mail] {
        let response = try transport.send(HTTPRequest("GET", address.appending("_aws", "ses")))
        guard let outbox = try? JSONDecoder().decode(Outbox.self, from: Data(response.body)) else {
            throw DemoError.incomplete(missing: "an outbox")
        }
        return outbox.messages
    }
}
