extension Duration {
    /// Whole microseconds, the rest cut off; at most what a timer can take.
    var wholeMicroseconds: Int {
        let seconds = min(components.seconds, 1_000_000_000)
        return Int(seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000)
    }

    /// Milliseconds with two decimals, as the `REPORT` line has them.
    var millisecondsText: String {
        let hundredths = (wholeMicroseconds + 5) / 10
        return "\(hundredths / 100).\(twoDigits(hundredths % 100))"
    }

    /// Seconds with two decimals, as the text of a timeout has them.
    var secondsText: String {
        let hundredths = (wholeMicroseconds + 5_000) / 10_000
        return "\(hundredths / 100).\(twoDigits(hundredths % 100))"
    }

    private func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
