/// Where resources live: names are unique within an account and region.
package struct Location: Sendable, Hashable {
    /// The account number, 12 digits.
    package let account: String
    /// The region, such as `eu-west-1`.
    package let region: String

    /// The account that everybody has who does not say otherwise.
    package static let defaultAccount = "000000000000"
    /// The region of requests that name none.
    package static let defaultRegion = "us-east-1"

    /// That account and region.
    package init(account: String = Self.defaultAccount, region: String = Self.defaultRegion) {
        self.account = account
        self.region = region
    }

    /// Whether a text is an account's number: 12 digits.
    static func isAccount(_ text: String) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }

    /// The ARN of a resource there.
    func arn(_ service: String, _ resource: String) -> String {
        "arn:aws:\(service):\(region):\(account):\(resource)"
    }
}
