import FoundationEssentials

extension UUID {
    /// A new id in small letters.
    package static var new: String { UUID().uuidString.lowercased() }
}
