extension String {
    /// The text with the five characters that mean something in HTML written as references.
    var escapedForHTML: String {
        var escaped = ""
        // By scalars: a combining mark behind a "<" makes one character of the two.
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
