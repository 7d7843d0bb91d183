/// What S3 says about an object that is fetched by a link, whatever its uploader said.
package struct S3LinkAnswer: Sendable, Hashable {
    /// The media type.
    package let contentType: String
    /// The name under which a browser saves it; it shows what it can show.
    package let fileName: String

    /// Makes an answer.
    package init(contentType: String, fileName: String) {
        (self.contentType, self.fileName) = (contentType, fileName)
    }

    /// The link's query items: RFC 6266 with RFC 8187's encoding, so that any name arrives whole.
    var query: [(String, String)] {
        [
            ("response-content-disposition", "inline; filename*=UTF-8''\(PercentEncoding.encode(fileName))"),
            ("response-content-type", contentType),
        ]
    }
}
