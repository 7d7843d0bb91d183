/// Why one entry of a batch failed.
package struct BatchFailure: Codable, Sendable {
    var id: String
    var senderFault: Bool
    var code: String
    var message: String

    /// The entry of that id failed by that error.
    package init(_ id: String, _ error: ServiceError) {
        self.id = id
        senderFault = error.fault == .sender
        code = error.queryCode
        message = error.message
    }
}
