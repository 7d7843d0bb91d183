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
        th { color: #a8a8a8 !important; }
        .fine { color: #a8a8a8 !important; }
        }
        </style>
        <title>\(subject.escapedForHTML)</title>
        </head>
        <body style="margin: 0; padding: 24px 12px; font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5">
        <div style="max-width: 560px; margin: 0 auto; overflow-wrap: anywhere">
        <h1 style="font-size: 22px; line-height: 1.3; margin: 0 0 8px">\(heading.escapedForHTML)</h1>
        <p style="margin: 0 0 20px">\(opening.escapedForHTML)</p>
        \(previewRow)\(pictureTable)\(remarkList)\(adviceLine)\(closingLines)
        </div>
        </body>
        </html>

        """
    }

    /// What was made, once for each look; those that stand beside others have their names below.
    private var previewRow: String {
        let shown = pictures.filter { $0.preview != nil }
        guard !shown.isEmpty else { return "" }
        let images = shown.map { $0.image(isNamed: shown.count > 1) }.joined(separator: "\n")
        return "<div style=\"margin: 0 0 12px\">\n\(images)\n</div>\n"
    }

    private var pictureTable: String {
        guard !pictures.isEmpty else { return "" }
        let style =
            "color: #767676; font-size: 14px; font-weight: normal; white-space: nowrap; padding: 0 0 6px"
        let beside = "\(style) 8px"
        return """
            <table style="width: 100%; border-collapse: collapse; margin: 0 0 20px; font-size: 15px">
            <thead><tr>
            <th scope="col" style="\(style); text-align: left">Picture</th>
            <th scope="col" style="\(beside); text-align: left">Format</th>
            <th scope="col" style="\(beside); text-align: right">Pixels</th>
            <th scope="col" style="\(beside); text-align: right">Size</th>
            </tr></thead>
            <tbody>
            \(pictures.map(\.row).joined(separator: "\n"))
            </tbody>
            </table>

            """
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
    private var target: String { "href=\"\(link.escapedForHTML)\"" }

    /// One line of the table; the name leads to the file.
    fileprivate var row: String {
        let cell = "border-top: 1px solid #d8d8d8; vertical-align: top; padding: 7px 0"
        let narrow = "\(cell) 7px 8px; white-space: nowrap"
        return """
            <tr><td style="\(cell)"><a \(target) style="color: #0b66c3; font-weight: 600">\(name.escapedForHTML)</a></td>
            <td style="\(narrow)">\(format)</td>
            <td style="\(narrow); text-align: right">\(pixels)</td>
            <td style="\(narrow); text-align: right">\(size)</td></tr>
            """
    }

    /// The preview, which leads to the file, too.
    fileprivate func image(isNamed: Bool) -> String {
        guard let preview else { return "" }
        // A name is longer than a narrow picture is wide: it has room of its own, and breaks between its words.
        let room = max(preview.width, 120)
        let caption = isNamed ? "<br>\(name.escapedForHTML.replacing("_", with: "_<wbr>"))" : ""
        return """
            <a \(target) style="display: inline-block; vertical-align: bottom; max-width: \(room)px; \
            margin: 0 12px 8px 0; font-size: 14px; color: #0b66c3; text-decoration: none">\
            <img src="cid:\(preview.id.escapedForHTML)" alt="\(name.escapedForHTML)" \
            width="\(preview.width)" height="\(preview.height)" style="border: 0; border-radius: 6px; vertical-align: bottom">\
            \(caption)</a>
            """
    }
}
