extension MailContent {
    /// The mail as an HTML document; whatever came from outside is escaped.
    ///
    /// Its looks are in the elements themselves and its columns are tables, since that is all that every mail
    /// program understands; those that have a dark mode understand the style sheet, too.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
        a { color: #8ab4f8 !important; }
        td { border-color: #4a4a4a !important; }
        .fine { color: #a8a8a8 !important; }
        }
        </style>
        <title>\(subject.escapedForHTML)</title>
        </head>
        <body style="margin: 0; padding: 24px 12px; font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5">
        <div style="max-width: 560px; margin: 0 auto; overflow-wrap: anywhere">
        <h1 style="font-size: 22px; line-height: 1.3; margin: 0 0 8px">\(heading.escapedForHTML)</h1>
        <p style="margin: 0 0 20px">\(opening.escapedForHTML)</p>
        \(pictureTable)\(remarkList)\(adviceLine)\(closingLines)
        </div>
        </body>
        </html>

        """
    }

    private var pictureTable: String {
        guard !pictures.isEmpty else { return "" }
        let rows = pictures.map(\.row).joined(separator: "\n")
        return
            "<table role=\"presentation\" style=\"width: 100%; border-collapse: collapse; margin: 0 0 20px\">\n\(rows)\n</table>\n"
    }

    private var remarkList: String {
        guard !remarks.isEmpty else { return "" }
        let items = remarks.map { "<li style=\"margin: 0 0 4px\">\($0.escapedForHTML)</li>" }
        return
            "<ul style=\"margin: 0 0 20px; padding: 0 0 0 20px\">\n\(items.joined(separator: "\n"))\n</ul>\n"
    }

    private var adviceLine: String {
        advice.map { "<p style=\"margin: 0 0 20px\">\($0.escapedForHTML)</p>\n" } ?? ""
    }

    private var closingLines: String {
        let lines = closing.map {
            "<p class=\"fine\" style=\"margin: 0 0 4px; font-size: 14px; color: #767676\">\($0.escapedForHTML)</p>"
        }
        return lines.joined(separator: "\n")
    }
}

extension MailContent.Picture {
    /// One row: the preview beside name, size and link; without a preview these begin where it would.
    fileprivate var row: String {
        let link = "href=\"\(link.escapedForHTML)\" style=\"color: #0b66c3"
        let border = "border-top: 1px solid #d8d8d8; padding: 12px 0"
        let text =
            "<a \(link); font-weight: 600\">\(name.escapedForHTML)</a><br>\(description.escapedForHTML)"
        guard let preview else {
            return "<tr><td colspan=\"2\" style=\"\(border); vertical-align: top\">\(text)</td></tr>"
        }
        let image =
            "<a \(link)\"><img src=\"cid:\(preview.id.escapedForHTML)\" alt=\"\(name.escapedForHTML)\" width=\"\(preview.width)\" height=\"\(preview.height)\" style=\"display: block; border: 0; border-radius: 4px\"></a>"
        return """
            <tr><td style="\(border); width: 112px; vertical-align: top">\(image)</td>
            <td style="\(border); vertical-align: top">\(text)</td></tr>
            """
    }
}
