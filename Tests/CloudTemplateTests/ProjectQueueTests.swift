import CloudTemplate
import FoundationEssentials
import Testing

/// What the project's own template promises of its queues and parameters.
@Suite struct `The project's template` {
    private struct Rule {
        let queue: String
        let target: String
        let count: Int
    }

    private func stack(_ parameters: [String: String] = [:]) throws -> Stack {
        let path = URL(filePath: #filePath).appending(path: "../../../template.yaml").standardized
        let template = try Template.read(Array(Data(contentsOf: path)), file: "template.yaml")
        return try template.stack(StackSettings(endpoint: "http://127.0.0.1:4566", parameters: parameters))
    }

    private func rules() throws -> [Rule] {
        try stack().resources.filter { $0.type == "AWS::SQS::Queue" }.compactMap { resource in
            let rule = resource.properties.mapping?["RedrivePolicy"]?.mapping
            guard let arn = rule?["deadLetterTargetArn"]?.text, let count = rule?["maxReceiveCount"]?.text
            else { return nil }
            let target = String(arn.split(separator: ":").last ?? "")
            return Rule(queue: resource.identity.name, target: target, count: Int(count) ?? 0)
        }
    }

    /// A message's count goes on where it was moved: what receives it there needs room above what was used up before.
    @Test func `leaves room for whoever reads the dead letters`() throws {
        let rules = try rules()
        let chains = rules.flatMap { rule in rules.filter { $0.queue == rule.target }.map { (rule, $0) } }
        let names = ["rtp-request-dlq", "rtp-preprocess-ok-dlq", "rtp-notifier-dlq"]
        #expect(Set(chains.map(\.1.queue)) == Set(names))
        for (source, dead) in chains {
            #expect(dead.count >= source.count + 1 + 12, "from \(source.queue) to \(dead.queue)")
        }
    }

    /// Lambda's advice: fewer tries give a message up while its function is throttled.
    @Test func `gives every message five tries at least`() throws {
        #expect(try rules().allSatisfy { $0.count >= 5 })
    }

    /// What a function does not reach of a batch has used up one of its tries.
    @Test func `hands over one message at a time`() throws {
        let functions = try stack().resources.filter { $0.type == "AWS::Serverless::Function" }
        let events = functions.flatMap { $0.properties.mapping?["Events"]?.mapping?.entries ?? [] }
        #expect(events.count == 10)
        for event in events {
            let properties = event.value.mapping?["Properties"]?.mapping
            #expect(properties?["BatchSize"]?.text == "1", "\(event.key)")
        }
    }

    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    @Test(arguments: [
        "", secret, "\(secret),\(secret)", "\(secret), whsec_" + String(repeating: "AAAA", count: 21),
    ])
    func `takes secrets of webhooks`(secrets: String) throws {
        _ = try stack(["WebhookSecrets": secrets])
    }

    @Test(arguments: [
        "secret", "whsec_", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "\(secret),", "\(secret),x",
        "whsec_" + String(repeating: "AAAA", count: 22),
    ])
    func `refuses what is no secret, and does not repeat it`(secrets: String) throws {
        let error = #expect(throws: TemplateError.self) { try stack(["WebhookSecrets": secrets]) }
        let text = error?.problems.map(\.description).joined() ?? ""
        #expect(text.contains("whsec_ and 24 to 64 bytes in base64") && !text.contains("MfKQ"))
    }
}
