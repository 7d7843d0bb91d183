/// The body of `ReceiveMessage`.
struct ReceiveMessageRequest: Encodable, Sendable {
    let queueURL: String
    let maximumCount: Int
    let waitSeconds: Int
    let visibilitySeconds: Int?
    // The older name is understood by every implementation, the newer one (2023) not.
    private let attributeNames = ["All"]
    private let messageAttributeNames = ["All"]

    private enum CodingKeys: String, CodingKey {
        case queueURL = "QueueUrl"
        case maximumCount = "MaxNumberOfMessages"
        case waitSeconds = "WaitTimeSeconds"
        case visibilitySeconds = "VisibilityTimeout"
        case attributeNames = "AttributeNames"
        case messageAttributeNames = "MessageAttributeNames"
    }

    /// Makes a request for all attributes.
    init(queueURL: String, maximumCount: Int, waitSeconds: Int, visibilitySeconds: Int?) {
        self.queueURL = queueURL
        self.maximumCount = maximumCount
        self.waitSeconds = waitSeconds
        self.visibilitySeconds = visibilitySeconds
    }
}
