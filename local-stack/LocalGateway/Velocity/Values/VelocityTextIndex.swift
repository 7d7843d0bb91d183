/// Positions in a text counted as Java counts them, in UTF-16 units.
struct VelocityTextIndex {
    private let units: [UInt16]

    init(_ text: String) {
        units = Array(text.utf16)
    }

    /// The units from one position up to another.
    func substring(_ start: Int, _ end: Int) -> String {
        String(decoding: units[min(start, units.count)..<min(max(start, end), units.count)], as: UTF16.self)
    }

    /// Where a text begins for the first time; -1 if it does not occur.
    func first(of other: String) -> Int { positions(of: other).first { _ in true } ?? -1 }

    /// Where a text begins for the last time; -1 if it does not occur.
    func last(of other: String) -> Int { positions(of: other).last ?? -1 }

    private func positions(of other: String) -> [Int] {
        let wanted = Array(other.utf16)
        guard wanted.count <= units.count else { return [] }
        return (0...(units.count - wanted.count)).filter { units[$0...].starts(with: wanted) }
    }
}
