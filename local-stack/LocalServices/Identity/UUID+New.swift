import FoundationEssentials

extension UUID {
    /// A new id in small letters.
    static var new: String { UUID().uuidString.lowercased() }
}
