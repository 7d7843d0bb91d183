/// A message to the owner; where it went is not repeated here, since the record is read by others too.
package struct Notification: Codable, Equatable, Sendable {
    /// How the owner was told.
    package var channel: NotificationChannel
    /// What became of it.
    package var status: NotificationStatus
    /// When that was known.
    package var at: Timestamp
    /// The delivering service's id of the message.
    package var id: String?
    /// Why it was refused, or not taken yet.
    package var detail: String?
    /// How often it was tried, where that is counted.
    package var attempts: Int?
    /// When it is tried again, where it was not taken yet.
    package var nextAttemptAt: Timestamp?

    /// A notification.
    package init(
        channel: NotificationChannel,
        status: NotificationStatus,
        at: Timestamp,
        id: String? = nil,
        detail: String? = nil,
        attempts: Int? = nil,
        nextAttemptAt: Timestamp? = nil
    ) {
        self.channel = channel
        self.status = status
        self.at = at
        self.id = id
        self.detail = detail
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
    }
}
