/// A count of bytes, for people to read.
package struct ByteCount: Sendable, CustomStringConvertible {
    /// The count.
    package let value: Int

    /// A count of bytes.
    package init(_ value: Int) { self.value = value }

    /// Three figures or fewer and their unit, in powers of ten as drives and browsers count: `730 bytes`, `12 kB`,
    /// `1.2 MB`.
    package var description: String {
        switch value {
        case 1: "1 byte"
        case ..<1000: "\(value) bytes"
        case ..<999_500: "\((value + 500) / 1000) kB"
        default: "\((value + 50_000) / 100_000 / 10).\((value + 50_000) / 100_000 % 10) MB"
        }
    }
}
