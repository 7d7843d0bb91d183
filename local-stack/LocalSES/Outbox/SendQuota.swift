import LocalServiceKit
import LocalStore

/// How many mails an account may send, and how many it has sent; the limits are those of a common account and not enforced.
struct SendQuota: Codable, Sendable {
    var maximumPerDay = 50_000
    var maximumPerSecond = 14
    var sentInLastDay: Int

    private enum CodingKeys: String, CodingKey {
        case maximumPerDay = "=Max24HourSend"
        case maximumPerSecond = "=MaxSendRate"
        case sentInLastDay = "=SentLast24Hours"
    }
}

extension Database {
    /// The quota of an account in a region.
    func sendQuota(in location: Location) throws(ServiceError) -> SendQuota {
        let row = try first(
            "SELECT COUNT(*) AS sent FROM ses_mail WHERE account = ? AND region = ? AND sent_at > ?",
            .text(location.account),
            .text(location.region),
            .timestamp(now - .seconds(86_400))
        )
        return SendQuota(sentInLastDay: row?.optionalInteger("sent") ?? 0)
    }
}
