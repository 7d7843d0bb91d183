extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let timestamp = Timestamp(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "is no time of RFC 3339 in UTC"
            )
        }
        self = timestamp
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Timestamp {
    private static let day = 86_400_000

    /// The moment as text.
    package var text: String {
        let days = milliseconds.flooredQuotient(by: Self.day)
        let rest = milliseconds - days * Self.day
        let date = CivilDate(daysSince1970: days)
        let fields = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { $0.padded(to: 2) }
        let dateText = "\(date.year.padded(to: 4))-\(date.month.padded(to: 2))-\(date.day.padded(to: 2))"
        return "\(dateText)T\(fields.joined(separator: ":")).\((rest % 1000).padded(to: 3))Z"
    }

    /// Reads the form that `text` writes; nil for any other.
    package init?(text: String) {
        let pattern = "dddd-dd-ddTdd:dd:dd.dddZ"
        let bytes = Array(text.utf8)
        guard bytes.count == pattern.utf8.count else { return nil }
        for (byte, expected) in zip(bytes, pattern.utf8) {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            guard expected == UInt8(ascii: "d") ? isDigit : byte == expected else { return nil }
        }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        let time =
            number(11..<13) * 3_600_000 + number(14..<16) * 60_000 + number(17..<19) * 1000 + number(20..<23)
        self.init(milliseconds: date.daysSince1970 * Self.day + time)
        // A month 13 or a minute 60 would come back as another text.
        guard self.text == text else { return nil }
    }
}

extension Int {
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
