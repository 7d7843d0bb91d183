/// The ARN and region of a queue, told from its URL.
struct QueueIdentity: Sendable, Hashable {
    /// The queue's ARN.
    let arn: String
    /// The queue's region.
    let region: String

    /// Reads a URL that ends in account and queue name.
    ///
    /// `https://sqs.{region}.amazonaws.com/…` and `https://{region}.queue.amazonaws.com/…` name their region; for any
    /// other host, `defaultRegion` is taken.
    ///
    /// - Returns: `nil` when the URL has no account and name at its end.
    init?(url: String, defaultRegion: String) {
        let parts = url.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.count >= 4, let name = parts.last else { return nil }
        region = Self.region(ofHost: parts[1]) ?? defaultRegion
        arn = "arn:\(Self.partition(of: region)):sqs:\(region):\(parts[parts.count - 2]):\(name)"
    }

    private static func region(ofHost host: Substring) -> String? {
        let labels = host.prefix { $0 != ":" }.split(separator: ".")
        guard labels.count > 2 else { return nil }
        if labels[0] == "sqs" { return labels[1] == "amazonaws" ? nil : String(labels[1]) }
        return labels[1] == "queue" ? String(labels[0]) : nil
    }

    private static func partition(of region: String) -> String {
        if region.hasPrefix("cn-") { return "aws-cn" }
        return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
