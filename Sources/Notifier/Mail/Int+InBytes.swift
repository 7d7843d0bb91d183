extension Int {
    /// A count of bytes for people.
    var inBytes: String {
        switch self {
        case ..<1000: "\(self) bytes"
        case ..<999_500: "\((self + 500) / 1000) kB"
        default: "\((self + 50_000) / 100_000 / 10).\((self + 50_000) / 100_000 % 10) MB"
        }
    }
}
