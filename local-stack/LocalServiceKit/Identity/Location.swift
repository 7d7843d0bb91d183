/// Where resources live: names are unique within an account and region.
package struct Location: Sendable, Hashable {
    /// The account number, 12 digits.
    package let account: String
    /// The region, such as `eu-west-1`.
    package let region: String

    /// The region without a name of its own in S3: it was there before there were others.
    package static let oldestRegion = "us-east-1"

    /// Where an account has its resources of a region.
    package init(account: String, region: String) {
        self.account = account
        self.region = region
    }

    /// Whether a text is an account's number: 12 digits.
    package static func isAccount(_ text: String) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }

    /// The ARN of a resource there.
    package func arn(_ service: String, _ resource: String) -> String {
        "arn:aws:\(service):\(region):\(account):\(resource)"
    }
}
