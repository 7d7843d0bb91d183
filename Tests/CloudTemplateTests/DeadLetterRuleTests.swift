import CloudTemplate
import FoundationEssentials
import Testing

/// The rules by which the queues of the project's own template give messages up.
@Suite struct `The dead-letter rules of the template` {
    private struct Rule {
        let queue: String
        let target: String
        let count: Int
    }

    private func rules() throws -> [Rule] {
        let path = URL(filePath: #filePath).appending(path: "../../../template.yaml").standardized
        let template = try Template.read(Array(Data(contentsOf: path)), file: "template.yaml")
        let stack = try template.stack(StackSettings(endpoint: "http://127.0.0.1:4566"))
        return stack.resources.filter { $0.type == "AWS::SQS::Queue" }.compactMap { resource in
            let rule = resource.properties.mapping?["RedrivePolicy"]?.mapping
            guard let arn = rule?["deadLetterTargetArn"]?.text, let count = rule?["maxReceiveCount"]?.text
            else { return nil }
            let target = String(arn.split(separator: ":").last ?? "")
            return Rule(queue: resource.identity.name, target: target, count: Int(count) ?? 0)
        }
    }

    /// A message's count goes on where it was moved: what receives it there needs room above what was used up before.
    @Test func `leave room for whoever reads the dead letters`() throws {
        let rules = try rules()
        let chains = rules.flatMap { rule in rules.filter { $0.queue == rule.target }.map { (rule, $0) } }
        #expect(
            Set(chains.map(\.1.queue)) == ["rtp-request-dlq", "rtp-preprocess-ok-dlq", "rtp-notifier-dlq"]
        )
        for (source, dead) in chains {
            #expect(dead.count >= source.count + 1 + 12, "from \(source.queue) to \(dead.queue)")
        }
    }

    /// Lambda's advice: fewer tries give a message up while its function is throttled.
    @Test func `give every message five tries at least`() throws {
        #expect(try rules().allSatisfy { $0.count >= 5 })
    }
}
