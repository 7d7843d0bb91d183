import FoundationEssentials

/// One message in the event of a batch, in Lambda's wire shape.
struct SQSRecord: Encodable {
    let messageId: String
    let receiptHandle: String
    let body: String
    let attributes: [String: String]
    let messageAttributes: [String: Attribute]
    let md5OfBody: String
    let md5OfMessageAttributes: String?
    let eventSource = "aws:sqs"
    let eventSourceARN: String
    let awsRegion: String

    /// The lists are never filled, but always there.
    struct Attribute: Encodable {
        let stringValue: String?
        let binaryValue: Data?
        let stringListValues: [String] = []
        let binaryListValues: [String] = []
        let dataType: String

        init(_ attribute: PolledMessageAttribute) {
            stringValue = attribute.stringValue
            binaryValue = attribute.binaryValue.map { Data($0) }
            dataType = attribute.dataType
        }
    }

    init(_ message: PolledMessage, queueARN: String) {
        messageId = message.id
        receiptHandle = message.receiptHandle
        body = message.body
        attributes = message.attributes
        messageAttributes = message.messageAttributes.mapValues(Attribute.init)
        md5OfBody = message.md5OfBody
        md5OfMessageAttributes = message.md5OfMessageAttributes
        eventSourceARN = queueARN
        awsRegion = queueARN.arnRegion
    }
}

extension String {
    /// The region part of an ARN; empty where the text is none.
    fileprivate var arnRegion: String {
        let parts = split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 3 ? String(parts[3]) : ""
    }
}
