extension Int {
    /// A count of bytes for people, such as `1.2 MB`.
    var inBytes: String {
        if self < 1000 { return "\(self) bytes" }
        if self < 1_000_000 { return "\((self + 500) / 1000) kB" }
        let tenths = (self + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
