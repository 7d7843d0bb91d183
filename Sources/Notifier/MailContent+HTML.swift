extension MailContent {
    /// The mail as an HTML document; whatever came from outside is escaped.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>\(subject.escapedForHTML)</title></head>
        <body style="font-family: sans-serif; color: #222; max-width: 40em; margin: 2em auto; line-height: 1.5">
        <p style="font-size: 1.2em">\(opening.escapedForHTML)</p>
        \(pictureTable)\(remarkList)\(closing.map { "<p style=\"color: #666\">\($0.escapedForHTML)</p>" }.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var pictureTable: String {
        guard !pictures.isEmpty else { return "" }
        let cell = "<td style=\"padding: 0.3em 1em 0.3em 0\">"
        let rows = pictures.map { picture in
            let link = "<a href=\"\(picture.link.escapedForHTML)\">\(picture.name.escapedForHTML)</a>"
            return "<tr>\(cell)\(link)</td>\(cell)\(picture.description.escapedForHTML)</td></tr>"
        }
        return "<table>\n\(rows.joined(separator: "\n"))\n</table>\n"
    }

    private var remarkList: String {
        guard !remarks.isEmpty else { return "" }
        return "<ul>\n\(remarks.map { "<li>\($0.escapedForHTML)</li>" }.joined(separator: "\n"))\n</ul>\n"
    }
}

extension String {
    /// The text with the five characters that mean something in HTML written as references.
    fileprivate var escapedForHTML: String {
        reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
    }
}
