/// The parts of an Amazon Resource Name, `arn:partition:service:region:account:resource`.
package struct ARN: Sendable, Hashable {
    /// The service's short name, such as `sqs`.
    package let service: String
    /// The account and region.
    package let location: Location
    /// All that follows the account; it may contain colons.
    package let resource: String

    /// The parts of that text; nil where it has less than six.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(
            String.init
        )
        guard parts.count == 6, parts[0] == "arn" else { return nil }
        service = parts[2]
        location = Location(account: parts[4], region: parts[3])
        resource = parts[5]
    }

    /// How many parts a text has, for error texts.
    package static func partCount(_ text: String) -> Int {
        text.split(separator: ":", omittingEmptySubsequences: false).count
    }
}
