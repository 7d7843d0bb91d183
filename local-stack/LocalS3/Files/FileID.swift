import LocalServiceKit

/// The name of a file with an object's or a part's bytes: 32 hexadecimal digits.
struct FileID: Sendable, Hashable, Codable {
    let text: String

    /// A new name, by the system's random numbers.
    init() {
        let numbers = [UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max)]
        text = numbers.withUnsafeBytes { Array($0) }.hexadecimal
    }

    /// The name that a row has.
    init(text: String) {
        self.text = text
    }
}
