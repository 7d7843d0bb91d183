import LocalServiceKit

extension Location {
    /// Where requests work that do not say it.
    static let test = Location(account: "000000000000", region: "us-east-1")
}
