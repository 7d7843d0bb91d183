/// Names as Prometheus has them.
enum MetricName {
    /// `JobDuration` as `job_duration`, and nothing in it that a name may not have.
    static func words(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            if isCapital, let last = result.last, last != "_" { result.append("_") }
            let isPlain = isCapital || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            result += isPlain ? String(scalar).lowercased() : "_"
        }
        return result
    }

    /// `JobDuration` as `Job duration`.
    static func sentence(_ name: String) -> String {
        let text = words(name).split(separator: "_").joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
