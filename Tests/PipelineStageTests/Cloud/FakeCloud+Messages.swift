import PipelineRuntime
import StageContracts

extension FakeCloud {
    func publish(_ fields: FormFields) -> HTTPResponse {
        guard fields["Action"] == "Publish", let topicARN = fields["TopicArn"],
            let message = fields["Message"]
        else {
            return unexpected(fields.text)
        }
        publications.append(
            Publication(topicARN: topicARN, message: message, attributes: fields.messageAttributes)
        )
        let id = "<MessageId>00000000-0000-0000-0000-00000000000\(publications.count % 10)</MessageId>"
        return .xml(
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>\(id)</PublishResult></PublishResponse>"
        )
    }

    func changeVisibility(_ input: [String: JSONValue]) -> HTTPResponse {
        guard case .array(let entries)? = input["Entries"],
            input["QueueUrl"]?.text?.contains("/000000000000/rtp-") == true
        else {
            return unexpected("ChangeMessageVisibilityBatch without its parts: \(input)")
        }
        for entry in entries {
            guard let handle = entry.members?["ReceiptHandle"]?.text,
                case .integer(let seconds)? = entry.members?["VisibilityTimeout"]
            else { return unexpected("an entry without its parts") }
            visibility[handle] = seconds
        }
        let ids = entries.map { JSONValue.object(["Id": $0.members?["Id"] ?? .null]) }
        return .json(["Successful": .array(ids), "Failed": .array([])])
    }
}
