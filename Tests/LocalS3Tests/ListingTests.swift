import LocalHTTP
import Testing

@testable import LocalS3

@Suite struct `Lists of keys` {
    private static let keys = [
        "a", "a/", "a/b", "a/b/c", "a/c", "a//d", "a0", "b", "b/x", "ba", "ü", "ü/1", "z", "\u{FFFD}", "🖼/1",
        "🖼/2",
    ]

    private static func filled(_ keys: [String]) throws -> S3Fixture {
        let fixture = try S3Fixture()
        for key in keys { try fixture.send("PUT", "/photos/" + PercentEncoding.encode(key)) }
        return fixture
    }

    /// The pages that follow each other's tokens, as keys and common prefixes in their order.
    private static func pages(
        _ fixture: S3Fixture,
        _ query: String,
        token: String,
        next: String
    ) throws -> [[String]] {
        var pages: [[String]] = []
        var start = ""
        while pages.count < 100 {
            let page = try fixture.send("GET", "/photos?\(query)\(start)")
            let root = try XMLReader.read(page.body)
            let keys = root.all("Contents").map { $0["Key"]?.text ?? "" }
            let prefixes = root.all("CommonPrefixes").map { $0["Prefix"]?.text ?? "" }
            pages.append((keys + prefixes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            guard root["IsTruncated"]?.text == "true" else { return pages }
            let last = root[next]?.text ?? keys.last ?? ""
            start = "&\(token)=" + PercentEncoding.encode(last)
        }
        return pages
    }

    /// What a list should have, by its definition.
    private static func expected(_ keys: [String], prefix: String, delimiter: String) -> [String] {
        var found: Set<[UInt8]> = []
        for key in keys.map({ Array($0.utf8) }) where key.starts(with: prefix.utf8) {
            let rest = key[prefix.utf8.count...]
            let end = delimiter.isEmpty ? nil : rest.firstRange(of: Array(delimiter.utf8))?.upperBound
            found.insert(Array(key[..<(end ?? key.endIndex)]))
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: ["", "a", "a/", "b/", "ü", "🖼", "absent"], ["", "/", "b", "🖼/"])
    func `hold what the prefix has, rolled up by the delimiter`(prefix: String, delimiter: String) throws {
        let fixture = try Self.filled(Self.keys)
        let query = "prefix=\(PercentEncoding.encode(prefix))&delimiter=\(PercentEncoding.encode(delimiter))"
        let expected = Self.expected(Self.keys, prefix: prefix, delimiter: delimiter)
        for size in [1, 2, 3, 1000] {
            let second = try Self.pages(
                fixture,
                "list-type=2&max-keys=\(size)&\(query)",
                token: "continuation-token",
                next: "NextContinuationToken"
            )
            #expect(second.flatMap(\.self) == expected)
            let first = try Self.pages(
                fixture,
                "max-keys=\(size)&\(query)",
                token: "marker",
                next: "NextMarker"
            )
            #expect(first.flatMap(\.self) == expected)
        }
    }

    @Test func `agree with their definition for keys at random`() throws {
        var numbers = SplitMix(state: 3)
        let alphabet = ["a", "b", "/", "//", "é", "\u{10FFFF}", "\u{D7FF}"]
        let keys = Set(
            (0..<60).map { _ in
                (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
                    alphabet.randomElement(using: &numbers) ?? ""
                }.joined()
            }
        )
        let fixture = try Self.filled(Array(keys))
        for prefix in ["", "a", "/", "é"] {
            let pages = try Self.pages(
                fixture,
                "list-type=2&max-keys=4&delimiter=/&prefix=\(PercentEncoding.encode(prefix))",
                token: "continuation-token",
                next: "NextContinuationToken"
            )
            #expect(pages.flatMap(\.self) == Self.expected(Array(keys), prefix: prefix, delimiter: "/"))
        }
    }

    @Test(arguments: [
        ("list-type=2&max-keys=x", "400 InvalidArgument"), ("max-keys=-1", "400 InvalidArgument"),
        ("list-type=2&max-keys=2147483648", "400 InvalidArgument"),
        ("list-type=2&continuation-token=%25", "400 InvalidArgument"),
        ("list-type=2&continuation-token=", "400 InvalidArgument"),
        ("encoding-type=base64", "400 InvalidArgument"), ("prefix=%ZZ", "400 InvalidURI"),
        ("prefix=%FF", "400 InvalidURI"), ("list-type=2&max-keys=0", "200"),
        ("list-type=2&max-keys=5000", "200"),
    ])
    func `lists of keys check their arguments`(query: String, outcome: String) throws {
        #expect(try S3Fixture().send("GET", "/photos?" + query).outcome == outcome)
    }

    @Test func `encode keys where they are asked to`() throws {
        let fixture = try Self.filled(["a b+ü"])
        #expect(try fixture.send("GET", "/photos?encoding-type=url").text(of: "Key") == "a%20b%2B%C3%BC")
        #expect(try fixture.send("GET", "/photos").text(of: "Key") == "a b+ü")
    }
}
