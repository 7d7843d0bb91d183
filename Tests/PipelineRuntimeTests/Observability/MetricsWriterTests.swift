import PipelineRuntime
import Testing

@Suite struct MetricsWriterTests {
    private let output = CollectedLines()

    private func writer(dimensions: [String: String] = [:]) -> MetricsWriter {
        MetricsWriter(
            namespace: "ImageProcessor",
            dimensions: dimensions,
            output: output,
            clock: FixedClock()
        )
    }

    @Test func `a line has the members that CloudWatch's specification asks for`() {
        writer(dimensions: ["Stage": "preprocess"]).write(
            [Metric("Duration", .milliseconds(12)), Metric("Bytes", 2048, .bytes)],
            properties: ["requestId": "r-1"]
        )
        #expect(
            output.lines == [
                #"{"Bytes":2048,"Duration":12,"Stage":"preprocess","_aws":{"CloudWatchMetrics":[{"Dimensions":[["Stage"]],"#
                    + #""Metrics":[{"Name":"Duration","Unit":"Milliseconds"},{"Name":"Bytes","Unit":"Bytes"}],"#
                    + #""Namespace":"ImageProcessor"}],"Timestamp":1769860800000},"requestId":"r-1"}"#
            ]
        )
    }

    @Test func `values without a finite number are left out, and nothing is written without values`() {
        writer().write([Metric("A", .nan, .count), Metric("B", .infinity, .count)])
        writer().write([])
        #expect(output.lines == [])
    }

    @Test func `more than a hundred values take further lines`() throws {
        writer().write((0..<250).map { Metric("m\($0)", Double($0), .count) })
        let counts = try output.lines.map { line in
            let metrics = try JSONObject(parsing: line)["_aws"]?["CloudWatchMetrics"]?[0]?["Metrics"]
            guard case .list(let list) = metrics else { return 0 }
            return list.count
        }
        #expect(counts == [100, 100, 50])
    }

    @Test func `no more than thirty dimensions are written`() throws {
        let dimensions = Dictionary(uniqueKeysWithValues: (10..<50).map { ("d\($0)", "x") })
        writer(dimensions: dimensions).write([Metric("m", 1, .count)])
        let set = try JSONObject(parsing: output.lines[0])["_aws"]?["CloudWatchMetrics"]?[0]?["Dimensions"]?[
            0
        ]
        #expect(set == .list((10..<40).map { .string("d\($0)") }))
    }
}
