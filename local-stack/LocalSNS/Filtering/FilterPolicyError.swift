/// Why a filter policy is refused, in AWS's words.
struct FilterPolicyError: Error, Hashable {
    let text: String

    /// An error about the policy's content.
    init(_ text: String) {
        self.text = "FilterPolicy: " + text
    }

    /// An error whose whole text is given.
    init(plain text: String) {
        self.text = text
    }
}
