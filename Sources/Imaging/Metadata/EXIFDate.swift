/// A date and time as cameras write it: local, with a time zone only in newer files.
package struct EXIFDate: Hashable, Sendable {
    /// The year.
    package let year: Int
    /// 1…12.
    package let month: Int
    /// 1…31.
    package let day: Int
    /// 0…23.
    package let hour: Int
    /// 0…59.
    package let minute: Int
    /// 0…60.
    package let second: Int
    /// Minutes east of UTC; nil where the camera did not say.
    package let utcOffsetMinutes: Int?

    /// Reads `2024:03:09 18:05:59` and an offset such as `+05:30`: the digits at these places, whatever separates them and
    /// follows them, as some programs write ISO 8601 instead.
    ///
    /// Answers nil where digits are missing or a field is out of range (cameras without a clock write zeros or blanks).
    package init?(_ text: String, offset: String? = nil) {
        let bytes = Array(text.utf8)
        let fields = [(0, 4), (5, 2), (8, 2), (11, 2), (14, 2), (17, 2)].map {
            Self.number(in: bytes, at: $0, $1)
        }
        guard bytes.count >= 19, let year = fields[0], let month = fields[1], let day = fields[2],
            let hour = fields[3], let minute = fields[4], let second = fields[5],
            year > 0, 1...12 ~= month, 1...Self.dayCount(of: month, year) ~= day, hour < 24, minute < 60,
            second <= 60
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        utcOffsetMinutes = offset.flatMap(Self.minutes(inOffset:))
    }

    private static func dayCount(of month: Int, _ year: Int) -> Int {
        let isLeapYear = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        return month == 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func number(in bytes: [UInt8], at start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<start + count] {
            guard 0x30...0x39 ~= byte else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func minutes(inOffset text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 6, let hours = number(in: bytes, at: 1, 2),
            let minutes = number(in: bytes, at: 4, 2),
            hours <= 14, minutes < 60
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }
}

extension EXIFDate: CustomStringConvertible {
    /// ISO 8601, with an offset only where the camera gave one: `2024-03-09T18:05:59+05:30`.
    package var description: String {
        let date = "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))"
        let time = "\(Self.padded(hour)):\(Self.padded(minute)):\(Self.padded(second))"
        return "\(date)T\(time)\(offsetDescription)"
    }

    /// The local time as EXIF writes it: `2024:03:09 18:05:59`.
    var exifText: String {
        let date = "\(Self.padded(year, 4)):\(Self.padded(month)):\(Self.padded(day))"
        return "\(date) \(Self.padded(hour)):\(Self.padded(minute)):\(Self.padded(second))"
    }

    /// The offset as EXIF writes it; nil where the camera gave none.
    var offsetText: String? {
        utcOffsetMinutes == nil ? nil : offsetDescription
    }

    private var offsetDescription: String {
        guard let offset = utcOffsetMinutes else { return "" }
        let distance = offset.magnitude
        return
            "\(offset < 0 ? "-" : "+")\(Self.padded(Int(distance / 60))):\(Self.padded(Int(distance % 60)))"
    }

    private static func padded(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
