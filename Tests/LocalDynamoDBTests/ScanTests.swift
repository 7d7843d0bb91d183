import Testing

/// Scans of whole tables.
struct ScanTests {
    let store: DynamoDBStore

    init() throws {
        store = try DynamoDBStore()
        try store.createTable()
    }

    private func put(count: Int, padding: Int = 0) throws {
        let text = String(repeating: "x", count: padding)
        for number in 0..<count {
            try store.put(#"{"id": {"S": "\#(number)"}, "t": {"S": "\#(text)"}}"#, in: "photos")
        }
    }

    /// The ids of all pages, and how many pages there were.
    private func scan(_ more: String = "") throws -> (ids: [String], pageCount: Int) {
        var ids: [String] = []
        var start = ""
        var pageCount = 0
        repeat {
            let page = try store.call("Scan", #"{"TableName": "photos"\#(more)\#(start)}"#)
            #expect(page.status == 200, "\(page.text)")
            ids += page.values(of: "id", "S")
            pageCount += 1
            start = page.member("LastEvaluatedKey").map { #", "ExclusiveStartKey": \#($0)"# } ?? ""
        } while !start.isEmpty
        return (ids, pageCount)
    }

    @Test func `a scan answers every item once`() throws {
        try put(count: 300)
        let all = Set((0..<300).map(String.init))
        let whole = try scan()
        #expect(whole.pageCount == 1)
        #expect(whole.ids.count == 300)
        #expect(Set(whole.ids) == all)
        let pages = try scan(#", "Limit": 7"#)
        #expect(pages.pageCount == 43)
        #expect(pages.ids.count == 300)
        #expect(Set(pages.ids) == all)
    }

    @Test func `segments share a table without overlap`() throws {
        try put(count: 100)
        let segments = try (0..<3).map {
            try scan(#", "Segment": \#($0), "TotalSegments": 3, "Limit": 10"#).ids
        }
        #expect(segments.allSatisfy { !$0.isEmpty })
        #expect(segments.reduce(0) { $0 + $1.count } == 100)
        #expect(Set(segments.joined()).count == 100)
    }

    @Test func `a page ends after 1 MB`() throws {
        try put(count: 25, padding: 100_000)
        let first = try store.call("Scan", #"{"TableName": "photos"}"#)
        #expect(first.member("Count") == "11")
        #expect(first.member("LastEvaluatedKey") != nil)
        #expect(try scan().pageCount == 3)
    }

    @Test func `a filter may look at the key`() throws {
        try put(count: 20)
        let answer = try store.call(
            "Scan",
            #"{"TableName": "photos", "FilterExpression": "begins_with(id, :one)", "#
                + #""ExpressionAttributeValues": {":one": {"S": "1"}}, "Select": "COUNT"}"#
        )
        #expect(answer.sorted == #"{"Count":11,"ScannedCount":20}"#)
    }

    @Test(arguments: [
        (#""Segment": 1"#, "The TotalSegments parameter is required but was not present in the request when"),
        (#""TotalSegments": 2"#, "The Segment parameter is required but was not present in the request when"),
        (
            #""Segment": 2, "TotalSegments": 2"#,
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                + "Segment: 2 is not less than TotalSegments: 2"
        ),
        (
            #""ExclusiveStartKey": {"x": {"S": "a"}}"#,
            "The provided starting key is invalid: The provided key element does not match the schema"
        ),
    ])
    func `parameters that do not fit are refused`(_ members: String, _ message: String) throws {
        let answer = try store.call("Scan", #"{"TableName": "photos", \#(members)}"#)
        #expect(answer.message?.hasPrefix(message) == true, "\(answer.text)")
    }
}
