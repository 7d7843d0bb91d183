import LocalServiceKit
import LocalStore

/// One page of a bucket's keys in the order of their bytes, with those that share a beginning rolled up.
struct ObjectListing: Sendable {
    /// What is asked for.
    struct Query: Sendable {
        var prefix: String
        var delimiter: String
        /// The page begins after this key or common prefix.
        var start: String
        var maximum: Int
    }

    private enum Item {
        case object(ObjectRecord)
        case prefix(String)

        var name: String {
            switch self {
            case .object(let object): object.key
            case .prefix(let prefix): prefix
            }
        }
    }

    /// Where to go on reading.
    private enum Position {
        case after(String)
        case from(String)
        case end
    }

    private(set) var objects: [ObjectRecord] = []
    private(set) var commonPrefixes: [String] = []
    private(set) var isTruncated = false
    /// The last key or common prefix of the page; the next page begins after it.
    private(set) var last: String?

    private static let batchCount = 1001

    init(_ query: Query, in bucket: BucketRecord, _ database: Database) throws(ServiceError) {
        guard query.maximum > 0 else { return }
        var position = Self.beginning(query)
        var count = 0
        while true {
            let (items, next) = try Self.read(query, from: position, in: bucket, database)
            for item in items {
                guard count < query.maximum else {
                    isTruncated = true
                    return
                }
                count += 1
                add(item)
            }
            if case .end = next { return }
            position = next
        }
    }

    private mutating func add(_ item: Item) {
        last = item.name
        switch item {
        case .object(let object): objects.append(object)
        case .prefix(let prefix): commonPrefixes.append(prefix)
        }
    }

    private static func beginning(_ query: Query) -> Position {
        // A page that ended with a common prefix goes on behind all of its keys.
        if let common = commonPrefix(of: query.start, query), common.utf8.elementsEqual(query.start.utf8) {
            return common.following.map(Position.from) ?? .end
        }
        let isBeforePrefix = query.start.utf8.lexicographicallyPrecedes(query.prefix.utf8)
        return isBeforePrefix || query.start.isEmpty ? .from(query.prefix) : .after(query.start)
    }

    /// The next keys, up to the first that is rolled up.
    private static func read(
        _ query: Query,
        from position: Position,
        in bucket: BucketRecord,
        _ database: Database
    ) throws(ServiceError) -> ([Item], Position) {
        let rows = try rows(at: position, in: bucket, database)
        var items: [Item] = []
        for row in rows {
            let key = try row.value(Row.text, of: "key")
            guard key.utf8.starts(with: query.prefix.utf8) else { return (items, .end) }
            if let common = commonPrefix(of: key, query) {
                return (items + [.prefix(common)], common.following.map(Position.from) ?? .end)
            }
            items.append(.object(try row.value(ObjectRecord.init)))
        }
        guard rows.count == batchCount, let last = items.last else { return (items, .end) }
        return (items, .after(last.name))
    }

    private static func rows(
        at position: Position,
        in bucket: BucketRecord,
        _ database: Database
    ) throws(ServiceError) -> [Row] {
        let (relation, key) =
            switch position {
            case .after(let key): (">", key)
            case .from(let key): (">=", key)
            case .end: (">", "")
            }
        if case .end = position { return [] }
        return try database.all(
            "SELECT * FROM s3_object WHERE bucket = ? AND key \(relation) ? ORDER BY key LIMIT ?",
            .integer(bucket.id),
            .text(key),
            .integer(batchCount)
        )
    }

    /// The beginning of the key up to the first delimiter after the prefix; nil where there is none.
    private static func commonPrefix(of key: String, _ query: Query) -> String? {
        let bytes = Array(key.utf8)
        let prefix = Array(query.prefix.utf8)
        guard !query.delimiter.isEmpty, bytes.starts(with: prefix),
            let found = bytes[prefix.count...].firstRange(of: Array(query.delimiter.utf8))
        else { return nil }
        return String(decoding: bytes[..<found.upperBound], as: UTF8.self)
    }
}

extension String {
    /// The first text, in the order of bytes, behind all that begin with this one; nil where there is none.
    fileprivate var following: String? {
        var scalars = Array(unicodeScalars)
        while let last = scalars.popLast() {
            // The order of UTF-8's bytes is that of the code points; surrogates are none.
            let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
            guard let scalar = Unicode.Scalar(next) else { continue }
            scalars.append(scalar)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return String(text)
        }
        return nil
    }
}
