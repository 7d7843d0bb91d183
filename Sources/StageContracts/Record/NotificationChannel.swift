/// The ways in which an owner is told.
package enum NotificationChannel: String, Codable, CaseIterable, Sendable {
    case email
    case webhook
}
