import StageContracts

extension Timestamp {
    /// A moment for people of any country, to the minute.
    var inWords: String { "\(text.prefix(10)), \(text.dropFirst(11).prefix(5)) UTC" }
}
