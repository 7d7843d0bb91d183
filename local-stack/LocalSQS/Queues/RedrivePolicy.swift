import LocalServiceKit

/// Where messages go that were received too often.
struct RedrivePolicy: Sendable, Hashable {
    /// The dead-letter queue's ARN.
    let target: String
    /// How often a message may be received before it goes there.
    let maximumReceives: Int

    /// Reads the policy's JSON text; throws AWS's error for a text that is none.
    init(_ text: String) throws(ServiceError) {
        guard case .object(let object)? = try? WireValue(json: Array(text.utf8)) else {
            throw Self.invalid(text, "Redrive policy is not a valid JSON map.")
        }
        for name in ["deadLetterTargetArn", "maxReceiveCount"] where object[name] == nil {
            throw Self.invalid(text, "Redrive policy does not contain mandatory attribute: \(name).")
        }
        guard let target = object["deadLetterTargetArn"]?.text, ARN(target)?.service == "sqs" else {
            throw Self.invalid(text, "Invalid value for deadLetterTargetArn.")
        }
        // Consoles and templates write the number as a text now and then; SQS takes both.
        let count =
            switch object["maxReceiveCount"] {
            case .number(let text)?, .string(let text)?: text
            default: ""
            }
        guard let maximum = Int(count), (1...1000).contains(maximum) else {
            throw Self.invalid(
                text,
                "Invalid value for maxReceiveCount: \(count), valid values are from 1 to 1000 both inclusive."
            )
        }
        self.target = target
        maximumReceives = maximum
    }

    static func invalid(_ text: String, _ reason: String) -> ServiceError {
        .invalidValue(text, of: "RedrivePolicy", reason)
    }
}
