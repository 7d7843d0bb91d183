/// Something that was done differently from what the owner may expect.
package struct Warning: Codable, Equatable, Sendable {
    /// What; stable, for programs.
    package var code: WarningCode
    /// What, for people.
    package var text: String
    /// The output concerned; nil for all.
    package var output: String?

    /// A warning.
    package init(
        code: WarningCode,
        text: String,
        output: String? = nil
    ) {
        self.code = code
        self.text = text
        self.output = output
    }
}
