/// What became of a notification.
package enum NotificationStatus: String, Codable, CaseIterable, Sendable {
    /// Handed to the service that delivers it.
    case sent
    /// Refused for good.
    case failed
}
