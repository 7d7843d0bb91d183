extension Timestamp {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment of a date; nil where a field is out of range (such as 30 February).
    package init?(_ date: CalendarDate) {
        guard (1...9999).contains(date.year), (1...12).contains(date.month), (1...31).contains(date.day),
            (0..<24).contains(date.hour), (0..<60).contains(date.minute), (0..<60).contains(date.second),
            (0..<1000).contains(date.millisecond)
        else { return nil }
        let clock = (date.hour * 60 + date.minute) * 60 + date.second
        self.init(milliseconds: (date.daysSince1970 * 86_400 + clock) * 1000 + date.millisecond)
        guard CalendarDate(self) == date else { return nil }
    }

    /// The text with milliseconds that S3 and SNS write, `2026-01-31T09:05:00.000Z`.
    package var iso8601: String {
        let date = CalendarDate(self)
        let day = "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
        let time = "\(date.hour.padded(2)):\(date.minute.padded(2)):\(date.second.padded(2))"
        return "\(day)T\(time).\(date.millisecond.padded(3))Z"
    }

    /// The text of signatures (`X-Amz-Date`), `20260131T090500Z`.
    package var basicISO8601: String {
        let date = CalendarDate(self)
        let day = "\(date.year.padded(4))\(date.month.padded(2))\(date.day.padded(2))"
        return "\(day)T\(date.hour.padded(2))\(date.minute.padded(2))\(date.second.padded(2))Z"
    }

    /// The text of HTTP headers (RFC 9110, IMF-fixdate), `Sat, 31 Jan 2026 09:05:00 GMT`.
    package var httpDate: String {
        let date = CalendarDate(self)
        let day = "\(date.day.padded(2)) \(Self.months[date.month - 1]) \(date.year.padded(4))"
        let time = "\(date.hour.padded(2)):\(date.minute.padded(2)):\(date.second.padded(2))"
        return "\(Self.weekdays[date.weekday]), \(day) \(time) GMT"
    }

    /// Reads `20260131T090500Z`; nil for anything else.
    package init?(basicISO8601 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            let year = bytes.number(0, 4), let month = bytes.number(4, 2), let day = bytes.number(6, 2),
            let hour = bytes.number(9, 2), let minute = bytes.number(11, 2), let second = bytes.number(13, 2)
        else { return nil }
        self.init(
            CalendarDate(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        )
    }

    /// Reads an IMF-fixdate such as `Sat, 31 Jan 2026 09:05:00 GMT`; the weekday is not compared.
    package init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT" || words[5] == "+0000" || words[5] == "UTC",
            let day = Int(words[1]), let month = Self.months.firstIndex(of: String(words[2])),
            let year = Int(words[3]), words[4].utf8.count == 8
        else { return nil }
        let clock = Array(words[4].utf8)
        guard let hour = clock.number(0, 2), let minute = clock.number(3, 2), let second = clock.number(6, 2)
        else { return nil }
        self.init(
            CalendarDate(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
        )
    }
}

extension Int {
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

extension [UInt8] {
    fileprivate func number(_ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in self[start..<(start + count)] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
