/// Fills the patterns of a resource kind.
struct ResourceNamePattern {
    let name: String
    let settings: StackSettings

    func filled(_ pattern: String) -> String {
        pattern.replacing("{partition}", with: settings.partition)
            .replacing("{region}", with: settings.region)
            .replacing("{account}", with: settings.accountID)
            .replacing("{suffix}", with: settings.urlSuffix)
            .replacing("{endpoint}", with: settings.endpoint)
            .replacing("{name}", with: name)
    }

    /// A name for a resource whose template gives none: stable from start to start.
    static func defaultName(
        _ style: ResourceKind.DefaultName,
        logicalID: String,
        settings: StackSettings
    ) -> String {
        let suffix = String(hash("\(settings.stackName)/\(logicalID)"), radix: 36)
        switch style {
        case .mixedCase: return "\(settings.stackName)-\(logicalID)-\(suffix.uppercased())"
        case .lowerCase: return "\(settings.stackName)-\(logicalID)-\(suffix)".lowercased()
        case .identifier: return String(suffix.prefix(10))
        }
    }

    /// FNV-1a; Swift's own hashes differ from start to start.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
