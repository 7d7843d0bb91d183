/// Where the original comes from.
package enum ImageSource: Hashable, Sendable {
    /// An upload.
    case key(UploadKey)
    /// A picture on the web.
    case url(WebAddress)
}

extension ImageSource: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.requireOne(of: "key", "url")
        let key: UploadKey? = reader.text("key")
        let url: WebAddress? = reader.text("url")
        guard let source = key.map(ImageSource.key) ?? url.map(ImageSource.url) else { return nil }
        self = source
    }
}

extension ImageSource {
    /// What a request names as its original, whatever else is wrong with it; nil where that cannot be read.
    package init?(salvaging bytes: [UInt8]) {
        guard let members = (try? JSONValue(parsing: bytes))?.members else { return nil }
        let source: ImageSource? = ObjectReader(members, at: .root, problems: ProblemList()).object("source")
        guard let source else { return nil }
        self = source
    }
}

extension ImageSource: Codable {
    private enum CodingKeys: String, CodingKey {
        case key
        case url
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let key = try container.decodeIfPresent(UploadKey.self, forKey: .key) {
            self = .key(key)
        } else {
            self = .url(try container.decode(WebAddress.self, forKey: .url))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .key(let key): try container.encode(key, forKey: .key)
        case .url(let url): try container.encode(url, forKey: .url)
        }
    }
}
