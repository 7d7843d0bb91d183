/// A moment in civil time, to the millisecond.
package struct WallTime: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let millisecondsSince1970: Int64

    /// Makes the moment that many milliseconds after 1970-01-01T00:00:00Z.
    package init(millisecondsSince1970: Int64) {
        self.millisecondsSince1970 = millisecondsSince1970
    }

    /// Whether `left` is before `right`.
    package static func < (left: WallTime, right: WallTime) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }

    /// The time from this moment to `other`; negative when `other` is earlier.
    package func duration(to other: WallTime) -> Duration {
        .milliseconds(other.millisecondsSince1970 - millisecondsSince1970)
    }

    /// The moment that is `duration` later.
    package func advanced(by duration: Duration) -> WallTime {
        let (seconds, attoseconds) = duration.components
        return WallTime(
            millisecondsSince1970: millisecondsSince1970 + seconds * 1000 + attoseconds
                / 1_000_000_000_000_000
        )
    }
}

extension WallTime: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds: `2026-01-31T12:00:00.000Z`.
    package var description: String {
        let day = CivilDay(daysSince1970: millisecondsSince1970.flooredQuotient(by: 86_400_000))
        let time = millisecondsSince1970.flooredRemainder(by: 86_400_000)
        let date = "\(day.year.padded(4))-\(day.month.padded(2))-\(day.day.padded(2))"
        let clock = "\((time / 3_600_000).padded(2)):\((time / 60_000 % 60).padded(2))"
        return "\(date)T\(clock):\((time / 1000 % 60).padded(2)).\((time % 1000).padded(3))Z"
    }
}

/// A day of the proleptic Gregorian calendar.
private struct CivilDay {
    let year: Int64
    let month: Int64
    let day: Int64

    /// Counts in eras of 400 years that begin on 1 March, after Howard Hinnant's `civil_from_days`.
    init(daysSince1970: Int64) {
        let shifted = daysSince1970 + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted.flooredRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        (self - flooredRemainder(by: divisor)) / divisor
    }

    fileprivate func flooredRemainder(by divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
