import Glibc

extension WallTime {
    /// ISO 8601's basic format in UTC, as `X-Amz-Date` has it: `20260131T120000Z`.
    var basicFormat: String {
        description.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// Reads an HTTP date in any of its three forms (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`,
    /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    package init?(httpDate text: String) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(whereSeparator: { " :-".contains($0) })
        let isOfC = parts.count == 7
        guard isOfC || parts.count == 8 && parts[7] == "GMT" else { return nil }
        let (day, name) = isOfC ? (parts[2], parts[1]) : (parts[1], parts[2])
        let time = isOfC ? parts[3...5] : parts[4...6]
        let year = isOfC ? parts[6][...] : Self.fourDigits(of: parts[3])
        let month = months.firstIndex { $0 == name }.map { String($0 + 1) } ?? ""
        self.init(fields: [year, month[...], day] + time)
    }

    /// The year of which the last two digits stand in a date of the form of RFC 850: all that are sent now are near.
    private static func fourDigits(of year: Substring) -> Substring {
        year.utf8.count == 2 ? (year < "70" ? "20" : "19") + year : year
    }

    /// Reads RFC 3339 in UTC to the second; fractions of a second are dropped: `2026-01-31T12:00:00Z`.
    package init?(rfc3339 text: String) {
        guard text.hasSuffix("Z") else { return nil }
        let whole = text.dropLast().prefix { $0 != "." }
        self.init(
            fields: whole.split(omittingEmptySubsequences: false, whereSeparator: { "-T:".contains($0) })
        )
    }

    /// Makes a moment of year, month, day, hour, minute and second.
    private init?(fields: [Substring]) {
        let numbers = fields.compactMap { $0.allSatisfy(\.isASCII) && $0.first != "+" ? Int32($0) : nil }
        guard fields.count == 6, numbers.count == 6, (1970...9999).contains(numbers[0]),
            (1...12).contains(numbers[1])
        else {
            return nil
        }
        guard (1...31).contains(numbers[2]), (0...23).contains(numbers[3]) else { return nil }
        guard (0...59).contains(numbers[4]), (0...60).contains(numbers[5]) else { return nil }
        var time = tm()
        (time.tm_year, time.tm_mon, time.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (time.tm_hour, time.tm_min, time.tm_sec) = (numbers[3], numbers[4], numbers[5])
        self.init(millisecondsSince1970: Int64(timegm(&time)) * 1000)
    }
}
