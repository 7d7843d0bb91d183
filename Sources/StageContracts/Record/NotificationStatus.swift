/// What became of a notification.
package enum NotificationStatus: String, Codable, CaseIterable, Sendable {
    /// Handed to the service that delivers it.
    case sent
    /// Not taken yet; it is tried again later.
    case retrying
    /// Refused for good.
    case failed
}
