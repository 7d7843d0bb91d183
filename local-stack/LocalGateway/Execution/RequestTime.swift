import FoundationEssentials

/// Times as API Gateway writes them in `$context.requestTime`: the Common Log Format, in UTC.
enum RequestTime {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// For example `09/Apr/2015:12:34:56 +0000`.
    static func text(milliseconds: Int64) -> String {
        let moment = Date(timeIntervalSince1970: Double(milliseconds / 1000))
        let words = moment.formatted(.iso8601).split { "-T:Z".contains($0) }
        guard words.count == 6, let month = Int(words[1]) else { return "" }
        return "\(words[2])/\(months[month - 1])/\(words[0]):\(words[3]):\(words[4]):\(words[5]) +0000"
    }
}
